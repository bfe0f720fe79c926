namespace SurvivalKit.Published;

/// <summary>Gives the patients times and events of all endpoints, and the indicators that the study names in its models but does not count.</summary>
internal static class SurvivalFiller
{
    /// <returns>The cost that is left: 0 where every figure prints the same.</returns>
    public static double Fill(CohortDraft draft, SynthesisOptions options, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
    {
        if (draft.Study.Endpoints.IsEmpty)
        {
            return 0;
        }

        var search = new SurvivalSearch(options, progress, cancellation);
        SurvivalChain best = search.Run(draft, mayBeMissing: false);
        if (best.Cost > options.Tolerance && options.MayBeMissing && draft.Free.Any() && !search.IsOver)
        {
            SurvivalChain incomplete = search.Run(draft, mayBeMissing: true);
            best = incomplete.Cost < best.Cost ? incomplete : best;
        }

        best.Survival.CopyTo(draft);
        return best.Cost;
    }
}
