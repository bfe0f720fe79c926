using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Tail probabilities of the distributions that tests refer to.</summary>
internal static class ReferenceDistribution
{
    /// <summary>P(X > x) of a chi-square distribution.</summary>
    public static double ChiSquareUpper(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        // A statistic that nothing could make larger (0 on 0 degrees of freedom) is no evidence, as R's pchisq has it.
        if (x <= 0)
        {
            return 1;
        }

        // One degree of freedom is a squared normal, and erfc keeps its digits far out in the tail.
        return degreesOfFreedom == 1
            ? SpecialFunctions.Erfc(Math.Sqrt(x / 2))
            : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>P(|Z| > |z|) of a standard normal distribution.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(|T| > |t|) of Student's distribution.</summary>
    public static double StudentTwoSided(double t, double degreesOfFreedom) =>
        double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
}
