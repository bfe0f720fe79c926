namespace SurvivalKit.Fuzz;

/// <summary>Without an event there is no test; R's <c>survdiff</c> gives a statistic of 0 / 0.</summary>
internal sealed class NoEventsFault : IFault
{
    public string Name => "a test without events";

    public bool Explains(Disagreement disagreement) =>
        disagreement.Question.Kind == QuestionKind.LogRank
        && disagreement.Ours.Refusal is { } refusal && refusal.StartsWith("No event was observed", StringComparison.Ordinal)
        && UsedRows.Of(disagreement.Set, disagreement.Question).All(row => disagreement.Set["status"][row] == 0);
}
