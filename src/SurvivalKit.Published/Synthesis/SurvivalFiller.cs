namespace SurvivalKit.Published;

/// <summary>Gives the patients times and events of all endpoints, and the indicators that the study names in its models
/// but does not count.</summary>
internal static class SurvivalFiller
{
    public static SearchSummary Fill(
        CohortDraft draft, SynthesisOptions options, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
    {
        if (draft.Study.Endpoints.IsEmpty)
        {
            return default;
        }

        // Where values may be missing, half of the time is for a solution with all of them.
        bool mayBeMissing = options.MayBeMissing && draft.Free.Any();
        TimeSpan? limit = mayBeMissing ? options.TimeLimit / 2 : options.TimeLimit;
        var search = new SurvivalSearch(options, limit, progress, cancellation);
        SurvivalChain best = search.Run(draft, mayBeMissing: false);
        int searches = options.Starts;
        if (mayBeMissing && best.Misfit > options.Tolerance)
        {
            search = new SurvivalSearch(options, options.TimeLimit - limit, progress, cancellation);
            SurvivalChain incomplete = search.Run(draft, mayBeMissing: true);
            best = incomplete.Missed < best.Missed ? incomplete : best;
            searches *= 2;
        }

        best.Survival.CopyTo(draft);
        return new SearchSummary(searches, best.Misfit, best.Misfit > options.Tolerance && search.IsOver);
    }
}
