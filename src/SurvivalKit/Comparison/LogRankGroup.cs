namespace SurvivalKit;

/// <summary>A group in a log-rank test.</summary>
/// <param name="Group">The group, <c>sex=1</c>.</param>
/// <param name="Observations">The number of observations.</param>
/// <param name="Observed">The (weighted) number of events.</param>
/// <param name="Expected">The (weighted) number expected if all groups had the same hazard.</param>
public sealed record LogRankGroup(string Group, int Observations, double Observed, double Expected);
