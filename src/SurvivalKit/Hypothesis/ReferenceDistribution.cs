using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SurvivalKit;

/// <summary>Tail probabilities of the distributions that tests refer to; they agree with R's <c>pchisq</c>, <c>pnorm</c>,
/// <c>pt</c> and <c>pf</c>.</summary>
public static class ReferenceDistribution
{
    /// <summary>P(X > x) of a chi-square distribution.</summary>
    /// <param name="x">The statistic; 0 or less gives 1, not a number gives not a number.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, above 0 unless the statistic is 0.</param>
    public static double ChiSquareUpper(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        // A statistic of 0, also on 0 degrees of freedom, gives P = 1, as R's pchisq.
        if (x <= 0)
        {
            return 1;
        }

        // One degree of freedom is a squared normal, and erfc is precise far in the tail.
        return degreesOfFreedom == 1
            ? SpecialFunctions.Erfc(Math.Sqrt(x / 2))
            : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>P(|Z| > |z|) of a standard normal distribution.</summary>
    /// <param name="z">The statistic.</param>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The z above 0 with P(|Z| > z) = p: 1.96 for .05.</summary>
    /// <param name="p">The two-sided probability, from 0 (infinity) to 1 (0).</param>
    public static double NormalTwoSidedQuantile(double p) => p == 0 ? double.PositiveInfinity : -Normal.InvCDF(0, 1, p / 2);

    /// <summary>P(|T| > |t|) of Student's distribution.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, above 0.</param>
    public static double StudentTwoSided(double t, double degreesOfFreedom) =>
        double.IsInfinity(
            t) ? 0 : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The t above 0 with P(|T| > t) = p of Student's distribution: 2.78 for .05 and 4 degrees of freedom.</summary>
    /// <param name="p">The two-sided probability, from 0 (infinity) to 1 (0).</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, above 0; infinity gives the normal distribution.</param>
    public static double StudentTwoSidedQuantile(double p, double degreesOfFreedom)
    {
        if (double.IsInfinity(degreesOfFreedom) || p is <= 0 or >= 1)
        {
            return NormalTwoSidedQuantile(p);
        }

        double high = NormalTwoSidedQuantile(p);
        while (StudentTwoSided(high, degreesOfFreedom) > p)
        {
            high *= 2;
        }

        // By halving: the library's inverse looks no further than 800, which one degree of freedom exceeds.
        double low = 0;
        for (double middle = high / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = StudentTwoSided(middle, degreesOfFreedom) > p ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>P(X > f) of Fisher's F distribution.</summary>
    /// <param name="f">The statistic; 0 or less gives 1.</param>
    /// <param name="first">The degrees of freedom of the numerator, above 0.</param>
    /// <param name="second">The degrees of freedom of the denominator, above 0.</param>
    public static double FUpper(double f, double first, double second) => f <= 0
        ? 1
        : double.IsInfinity(f) ? 0 : SpecialFunctions.BetaRegularized(second / 2, first / 2, second / (second + (first * f)));
}
