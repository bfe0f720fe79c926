namespace SurvivalKit;

/// <summary>A group of a log-rank test of interval-censored times.</summary>
/// <param name="Name">The group.</param>
/// <param name="Observations">The number of observations.</param>
/// <param name="Score">The sum of their scores; above 0: events earlier than if the groups were alike.</param>
/// <param name="Variance">The variance of the score over permutations of the groups.</param>
public sealed record IntervalLogRankGroup(string Name, int Observations, double Score, double Variance);
