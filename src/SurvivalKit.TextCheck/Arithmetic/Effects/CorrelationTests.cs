namespace SurvivalKit.TextCheck;

/// <summary>The P values of a correlation of so many pairs: by Student's t with n - 2 degrees of freedom, by Fisher's z with the standard
/// error 1 / sqrt(n - 3), and by the normal approximation r sqrt(n - 1) for ranks.</summary>
internal static class CorrelationTests
{
    // A correlation of 1 has no end of its statistic.
    private const double Largest = 1 - 1e-12;

    /// <summary>Each test with its P values over the rounding of the correlation.</summary>
    public static IEnumerable<(string Name, ValueRange P)> Of(ValueRange sizes, ValueRange pairs)
    {
        // P falls with the size of the correlation and with the number of pairs.
        yield return ("Student's t", Falling((r, n) =>
            ReferenceDistribution.StudentTwoSided(r * Math.Sqrt((n - 2) / (1 - (r * r))), n - 2)));
        if (pairs.Low > 3)
        {
            yield return ("Fisher's z", Falling((r, n) => ReferenceDistribution.NormalTwoSided(Math.Atanh(r) * Math.Sqrt(n - 3))));
        }

        yield return ("the normal approximation", Falling((r, n) => ReferenceDistribution.NormalTwoSided(r * Math.Sqrt(n - 1))));

        ValueRange Falling(Func<double, double, double> p) =>
            new(p(Math.Clamp(sizes.High, 0, Largest), pairs.High), p(Math.Clamp(sizes.Low, 0, Largest), pairs.Low));
    }

    /// <summary>The half-widths on the scale of Fisher's z for so many pairs: with the standard errors of Pearson's (Fisher 1921) and of
    /// rank correlations (Fieller and others 1957; Bonett and Wright 2000).</summary>
    public static ValueRange HalfWidths(ValueRange sizes, int pairs, double level)
    {
        double unit = ReferenceDistribution.NormalTwoSidedQuantile(1 - level) / Math.Sqrt(pairs - 3);
        return new(unit, unit * Math.Max(Math.Sqrt(1.06), Math.Sqrt(1 + (sizes.High * sizes.High / 2))));
    }
}
