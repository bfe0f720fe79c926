namespace SurvivalKit.Published;

/// <summary>The P of a log-rank test of the arms.</summary>
internal sealed class LogRankFigure(SurvivalDraft survival, int endpoint, FigureTarget target) : SurvivalFigure(endpoint)
{
    public override int Effort => 1;

    public override double Cost() => target.Cost(
        survival.Events[Endpoint].Contains(true) ? LogRank.Test(survival.Response(Endpoint), survival.Arm).P : null);
}
