namespace SurvivalKit.Published;

/// <summary>The P of a log-rank test of the arms.</summary>
internal sealed class LogRankFigure(SurvivalDraft survival, int endpoint, FigureTarget target) : SurvivalFigure(endpoint, [target])
{
    public override int Effort => 1;

    protected override double Compute(Span<double?> values)
    {
        values[0] = survival.Events[Endpoint].Contains(true) ? TestMeasures.LogRankOf(survival.Response(Endpoint), survival.Arm).P : null;
        return 0;
    }
}
