namespace SurvivalKit.Published;

/// <summary>A Kaplan-Meier median of all patients or of an arm.</summary>
internal sealed class MedianFigure(SurvivalDraft survival, int endpoint, int arm, int[] patients, Claim claim) : SurvivalFigure(endpoint)
{
    // A median that is met is not given up again for other figures.
    public const double Weight = 40;

    public override bool DependsOn(SurvivalMove move) => move.Endpoint == Endpoint && (arm < 0 || move.Arm == arm);

    public override double Cost()
    {
        double[] times = [.. patients.Select(i => survival.Times[Endpoint][i] / survival.Units[Endpoint])];
        double[] events = [.. patients.Select(i => survival.Events[Endpoint][i] ? 1.0 : 0.0)];
        return Weight * Miss(claim, KaplanMeier.Fit(times, events).Median.Estimate);
    }
}
