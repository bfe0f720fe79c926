namespace SurvivalKit;

/// <summary>An arm of a table of adverse events.</summary>
/// <param name="Name">The arm; <c>All</c> for all subjects.</param>
/// <param name="N">The number of subjects, those without an event too: the denominator of percentages.</param>
public sealed record AdverseEventGroup(string Name, int N);
