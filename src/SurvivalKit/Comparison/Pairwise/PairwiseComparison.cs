namespace SurvivalKit;

/// <summary>The comparison of two groups among several.</summary>
/// <param name="First">The first group, <c>celltype=adeno</c>.</param>
/// <param name="Second">The second group.</param>
/// <param name="ChiSquare">The test statistic on the rows of these two groups.</param>
/// <param name="DegreesOfFreedom">1, or 0 where events were expected in at most one of the two, which is no
/// evidence of a difference.</param>
/// <param name="P">The P value of this comparison alone.</param>
/// <param name="AdjustedP">The P value adjusted for the number of comparisons.</param>
public sealed record PairwiseComparison(string First, string Second, double ChiSquare, int DegreesOfFreedom, double P, double AdjustedP);
