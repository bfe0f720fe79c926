namespace SurvivalKit.Published;

/// <summary>Gives the patients times and events of all endpoints, and the indicators that the study names in its models but does not count.</summary>
/// <remarks>
/// Ranges hold by construction. The medians are sought first; then hazard ratios, intervals and P values with them. Both searches are
/// threshold accepting (Dueck and Scheuer 1990): one value is changed at a time, and the change is kept when the cost grows by no more
/// than a threshold, which falls to 0. The cost is <see cref="SurvivalFigure.Cost"/> summed over the printed figures.
/// </remarks>
internal static class SurvivalFiller
{
    private const int StepsForMedians = 6_000;
    private const double ThresholdForMedians = 5;
    private const int Steps = 12_000;
    private const double Threshold = 0.5;

    public static void Fill(CohortDraft draft)
    {
        if (draft.Study.Endpoints.IsEmpty)
        {
            return;
        }

        SplitMix64 random = draft.Random("survival");
        SurvivalDraft survival = SurvivalStart.Make(draft, random);
        SurvivalFigure[] figures = [.. SurvivalFigures.Of(draft, survival)];
        var moves = new SurvivalMoves(survival, random);
        Search([.. figures.OfType<MedianFigure>()], moves.NextTime, moves.Undo, StepsForMedians, ThresholdForMedians);
        SurvivalStart.Lean(draft, survival, random);
        Search(figures, moves.Next, moves.Undo, Steps, Threshold);
        survival.CopyTo(draft);
    }

    private static void Search(SurvivalFigure[] figures, Func<SurvivalMove?> next, Action undo, int steps, double threshold)
    {
        double[] costs = [.. figures.Select(figure => figure.Cost())];
        for (int step = 0; step < steps && costs.Any(cost => cost > 0); step++)
        {
            if (next() is not { } move)
            {
                continue;
            }

            int[] touched = [.. Enumerable.Range(0, figures.Length).Where(f => figures[f].DependsOn(move))];
            double[] changed = [.. touched.Select(f => figures[f].Cost())];
            if (changed.Sum() - touched.Sum(f => costs[f]) > threshold * (steps - 1 - step) / steps)
            {
                undo();
                continue;
            }

            for (int i = 0; i < touched.Length; i++)
            {
                costs[touched[i]] = changed[i];
            }
        }
    }
}
