using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.RootFinding;

namespace SurvivalKit;

/// <summary>The constant c with P(|B(u)| &lt;= c sqrt(u (1 - u)) for all u in [a, b]) = level, B a Brownian bridge (Nair 1984; tables:
/// Klein and Moeschberger 2003, C.3).</summary>
/// <remarks>B(u) / sqrt(u (1 - u)) is a stationary Ornstein-Uhlenbeck process X(s), with correlation exp(-|s|), over a time of
/// T = log(b (1 - a) / (a (1 - b))) / 2. With absorption at -c and c, and in the scale of the square root of the normal density phi, its
/// generator is that of the harmonic oscillator in a box, -g'' + (x^2/4 - 1/2) g = lambda g with g(-c) = g(c) = 0; the probability is the
/// sum of exp(-lambda T) (integral of g sqrt(phi))^2 over its even solutions, found in a cosine basis.</remarks>
internal static class EqualPrecisionCriticalValue
{
    private const int FewestCosines = 48;
    private const int MostCosines = 320;
    private const double ShortTime = 1e-5;

    public static double Find(double a, double b, double level)
    {
        double time = Math.Max(0, Math.Log(b * (1 - a) / (a * (1 - b))) / 2);
        double low = ConfidenceLevel.NormalQuantile(level);
        if (time <= 1e-14)
        {
            return low;
        }

        double high = low + 0.25;
        while (Probability(time, high) < level)
        {
            high += 0.25;
        }

        return Brent.FindRoot(c => Probability(time, c) - level, low, high, 1e-10, 100);
    }

    /// <summary>P(|X(s)| &lt;= c for all s in [0, time]).</summary>
    public static double Probability(double time, double c)
    {
        if (time < ShortTime)
        {
            // The leading term for short times: near a boundary the process behaves like a Brownian motion.
            double density = Math.Exp(-c * c / 2) / Math.Sqrt(2 * Math.PI);
            return 1 - ReferenceDistribution.NormalTwoSided(c) - (4 * density * Math.Sqrt(time / Math.PI));
        }

        int size = Math.Clamp((int)(c / Math.PI * Math.Sqrt(36 / time)), FewestCosines, MostCosines);
        var oscillator = DenseMatrix.Create(size, size, (i, j) => Element(i, j, c));
        var solved = oscillator.Evd(Symmetricity.Symmetric);
        Vector<double> weights = solved.EigenVectors.TransposeThisAndMultiply(DenseVector.OfArray(RootOfDensity(size, c)));
        double probability = 0;
        for (int k = 0; k < size; k++)
        {
            probability += Math.Exp(-solved.EigenValues[k].Real * time) * weights[k] * weights[k];
        }

        return probability;
    }

    private static double Frequency(int j, double c) => ((2 * j) + 1) * Math.PI / (2 * c);

    // -g'' is diagonal in cosines; x^2 between cos(p x) and cos(q x), both 0 at -c and c, is 2 (-1)^(i + j) (1/(p - q)^2 - 1/(p + q)^2).
    private static double Element(int i, int j, double c)
    {
        double p = Frequency(i, c);
        double q = Frequency(j, c);
        if (i == j)
        {
            return (p * p) - 0.5 + (((c * c / 3) - (1 / (2 * p * p))) / 4);
        }

        double sign = (i + j) % 2 == 0 ? 1 : -1;
        return sign * ((1 / ((p - q) * (p - q))) - (1 / ((p + q) * (p + q)))) / 2;
    }

    // The root of the normal density in the basis.
    private static double[] RootOfDensity(int size, double c)
    {
        var rule = new GaussLegendreRule(0, c, (2 * size) + 32);
        var parts = new double[size];
        double scale = 2 / (Math.Sqrt(c) * Math.Pow(2 * Math.PI, 0.25));
        for (int node = 0; node < rule.Order; node++)
        {
            double x = rule.GetAbscissa(node);
            double value = scale * rule.GetWeight(node) * Math.Exp(-x * x / 4);
            for (int j = 0; j < size; j++)
            {
                parts[j] += value * Math.Cos(Frequency(j, c) * x);
            }
        }

        return parts;
    }
}
