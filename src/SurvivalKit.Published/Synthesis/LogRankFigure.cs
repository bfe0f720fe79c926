namespace SurvivalKit.Published;

/// <summary>The P of a log-rank test of the arms.</summary>
internal sealed class LogRankFigure(SurvivalDraft survival, int endpoint, Claim claim) : SurvivalFigure(endpoint)
{
    public override bool DependsOn(SurvivalMove move) => move.Endpoint == Endpoint;

    public override double Cost()
    {
        bool[] events = survival.Events[Endpoint];
        if (!events.Contains(true))
        {
            return Miss(claim, null);
        }

        double[] times = Array.ConvertAll(survival.Times[Endpoint], time => time / survival.Units[Endpoint]);
        return Miss(claim, LogRank.Test(Surv.Right(times, events), survival.Arm).P);
    }
}
