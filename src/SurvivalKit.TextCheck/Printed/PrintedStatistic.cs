namespace SurvivalKit.TextCheck;

/// <summary>A test statistic as it is printed: <c>t(54) = 1.27</c>, <c>F(2, 87) = 4.1</c>.</summary>
/// <param name="Kind">Its distribution.</param>
/// <param name="Value">The printed value.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom, for F those of the numerator; not read for z.</param>
/// <param name="SecondDegreesOfFreedom">Those of the denominator of F.</param>
public sealed record PrintedStatistic(
    StatisticKind Kind, PrintedNumber Value, double DegreesOfFreedom = 0, double SecondDegreesOfFreedom = 0)
{
    internal string Text => Kind switch
    {
        StatisticKind.ChiSquare => FormattableString.Invariant($"chi-square({DegreesOfFreedom}) = {Value.Text()}"),
        StatisticKind.T => FormattableString.Invariant($"t({DegreesOfFreedom}) = {Value.Text()}"),
        StatisticKind.Z => $"z = {Value.Text()}",
        _ => FormattableString.Invariant($"F({DegreesOfFreedom}, {SecondDegreesOfFreedom}) = {Value.Text()}"),
    };

    /// <summary>Whether the statistic has a direction, so that a one-sided P is half of the two-sided one; also of chi-square with 1 degree
    /// of freedom and F with 1 in the numerator.</summary>
    internal bool HasSides => Kind is StatisticKind.T or StatisticKind.Z || DegreesOfFreedom == 1;

    /// <summary>The P of a value, two-sided for t and z.</summary>
    internal double P(double value) => Kind switch
    {
        StatisticKind.ChiSquare => ReferenceDistribution.ChiSquareUpper(value, DegreesOfFreedom),
        StatisticKind.T => ReferenceDistribution.StudentTwoSided(value, DegreesOfFreedom),
        StatisticKind.Z => ReferenceDistribution.NormalTwoSided(value),
        _ => ReferenceDistribution.FUpper(value, DegreesOfFreedom, SecondDegreesOfFreedom),
    };
}
