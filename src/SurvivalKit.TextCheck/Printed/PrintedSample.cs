namespace SurvivalKit.TextCheck;

/// <summary>The printed summary of a sample.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation.</param>
/// <param name="Count">The number of values.</param>
public sealed record PrintedSample(PrintedNumber Mean, PrintedNumber StandardDeviation, int Count);
