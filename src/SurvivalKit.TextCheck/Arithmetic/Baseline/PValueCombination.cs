namespace SurvivalKit.TextCheck;

/// <summary>Combines P values of independent comparisons, as of the baseline variables of a randomised trial (Carlisle 2017).</summary>
public static class PValueCombination
{
    // P values of 0 and 1 come from rounded numbers; they have no finite normal score.
    private const double Nearest = 1e-9;

    /// <summary>Stouffer's method: the sum of the normal scores of 1 - P, divided by the root of their number.</summary>
    /// <param name="ps">The P values, one or more, each from 0 to 1.</param>
    /// <returns>The probability of a sum at least as great (small: the groups differ more than chance makes them), and of one at most
    /// as great (small: they are more alike than chance makes them).</returns>
    /// <exception cref="SurvivalDataException">There is no P value, or one is not from 0 to 1.</exception>
    public static (double Different, double Alike) Stouffer(IReadOnlyList<double> ps)
    {
        Check(ps);
        double z = ps.Sum(Score) / Math.Sqrt(ps.Count);
        double tail = ReferenceDistribution.NormalTwoSided(z) / 2;
        return z >= 0 ? (tail, 1 - tail) : (1 - tail, tail);
    }

    /// <summary>Fisher's method: -2 times the sum of the logarithms is chi-square with two degrees of freedom for each P value.</summary>
    /// <param name="ps">The P values, one or more, each from 0 to 1.</param>
    /// <returns>The probabilities from the logarithms of P, and from those of 1 - P.</returns>
    /// <exception cref="SurvivalDataException">There is no P value, or one is not from 0 to 1.</exception>
    public static (double Different, double Alike) Fisher(IReadOnlyList<double> ps)
    {
        Check(ps);
        return (
            ReferenceDistribution.ChiSquareUpper(-2 * ps.Sum(p => Math.Log(Math.Max(p, Nearest))), 2 * ps.Count),
            ReferenceDistribution.ChiSquareUpper(-2 * ps.Sum(p => Math.Log(Math.Max(1 - p, Nearest))), 2 * ps.Count));
    }

    private static double Score(double p)
    {
        double inside = Math.Clamp(p, Nearest, 1 - Nearest);
        return inside <= 0.5
            ? ReferenceDistribution.NormalTwoSidedQuantile(2 * inside)
            : -ReferenceDistribution.NormalTwoSidedQuantile(2 * (1 - inside));
    }

    private static void Check(IReadOnlyList<double> ps)
    {
        ArgumentNullException.ThrowIfNull(ps);
        Given.AtLeast(ps.Count, 1, "number of P values");
        foreach (double p in ps)
        {
            Given.Within(p, 0, 1, "P value");
        }
    }
}
