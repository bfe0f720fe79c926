namespace SurvivalKit.Published;

/// <summary>A Kaplan-Meier median of all patients or of an arm.</summary>
internal sealed class MedianFigure(
    SurvivalDraft survival, int endpoint, int[]? patients, FigureTarget target) : SurvivalFigure(endpoint, [target])
{
    public override int Effort => 2;

    protected override double Compute(Span<double?> values)
    {
        values[0] = NumberMeasures.SurvivalMedian(patients is null ? survival.Response(Endpoint) : survival.Response(Endpoint, patients));
        return 0;
    }
}
