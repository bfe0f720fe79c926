namespace SurvivalKit.Published;

/// <summary>A Kaplan-Meier median of all patients or of an arm.</summary>
internal sealed class MedianFigure(SurvivalDraft survival, int endpoint, int[] patients, FigureTarget target) : SurvivalFigure(endpoint)
{
    private readonly double[] _times = new double[patients.Length];
    private readonly double[] _events = new double[patients.Length];

    public override int Effort => 2;

    public override double Cost()
    {
        for (int i = 0; i < patients.Length; i++)
        {
            _times[i] = survival.Times[Endpoint][patients[i]] / survival.Units[Endpoint];
            _events[i] = survival.Events[Endpoint][patients[i]] ? 1 : 0;
        }

        return target.Cost(KaplanMeier.Fit(_times, _events).Median.Estimate);
    }
}
