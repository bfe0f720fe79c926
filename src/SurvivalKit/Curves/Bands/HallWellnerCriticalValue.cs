using MathNet.Numerics;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace SurvivalKit;

/// <summary>The constant k with P(|B(u)| &lt;= k for all u in [a, b]) = level, B a Brownian bridge (Hall and Wellner 1980; tables: Klein
/// and Moeschberger 2003, C.4).</summary>
/// <remarks>Between a and b the bridge is a Brownian motion conditioned on its ends, so by reflection at both boundaries the probability is
/// sqrt(2 pi) times the integral over |x|, |y| &lt;= k of f(x; a) q(y | x) f(y; 1 - b), where f(.; s) is the
/// normal density with variance s and
/// q(y | x) = sum over j of f(y - x - 4jk; b - a) - f(y + x - 2k - 4jk; b - a). The integral over y is in closed form.</remarks>
internal static class HallWellnerCriticalValue
{
    public static double Find(double a, double b, double level)
    {
        // The constant for a single point bounds k from below.
        double z = ConfidenceLevel.NormalQuantile(level);
        double low = z * Math.Sqrt(Math.Max(a * (1 - a), b >= 0.5 && a <= 0.5 ? 0.25 : b * (1 - b)));
        if (b - a <= 1e-12 * b)
        {
            return low;
        }

        double high = 1.2 * low;
        while (Probability(a, b, high) < level)
        {
            high *= 1.2;
        }

        return Brent.FindRoot(k => Probability(a, b, k) - level, low, high, 1e-11, 200);
    }

    /// <summary>P(|B(u)| &lt;= k for all u in [a, b]), 0 &lt;= a &lt; b &lt; 1.</summary>
    public static double Probability(double a, double b, double k)
    {
        if (a <= 0)
        {
            return Math.Sqrt(2 * Math.PI) * Within(0, a, b, k);
        }

        // The value of the bridge at a; beyond nine standard deviations the probability is negligible.
        double root = Math.Sqrt(a);
        double end = Math.Min(k / root, 9);
        double Density(double w) => Math.Exp(-w * w / 2) * Within(w * root, a, b, k);
        return 2 * GaussKronrodRule.Integrate(Density, 0, end, out _, out _, 1e-13, 18, 31);
    }

    // The integral over y for one x: the sum over the images of x.
    private static double Within(double x, double a, double b, double k)
    {
        double sum = 0;
        int images = 2 + (int)Math.Ceiling((10 + k) / (4 * k));
        for (int j = -images; j <= images; j++)
        {
            sum += Image(x + (4 * j * k), a, b, k) - Image((2 * k) - x + (4 * j * k), a, b, k);
        }

        return sum;
    }

    private static double Image(double m, double a, double b, double k)
    {
        double rest = 1 - a;
        double shrink = (1 - b) / rest;
        double deviation = Math.Sqrt((b - a) * shrink);
        double density = Math.Exp(-m * m / (2 * rest)) / Math.Sqrt(2 * Math.PI * rest);
        return density * (Cumulative((k - (m * shrink)) / deviation) - Cumulative((-k - (m * shrink)) / deviation));
    }

    private static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
