using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Quantiles of the gamma distribution with scale 1 at nearly all digits: Newton's method on the incomplete gamma function,
/// kept within a bracket; equals R's <c>qgamma</c>.</summary>
internal static class GammaQuantile
{
    /// <summary>The x with P(X &lt;= x) = p, or with P(X &gt; x) = p.</summary>
    /// <param name="shape">The shape, above 0.</param>
    /// <param name="p">The probability, between 0 and 1.</param>
    /// <param name="isUpper">Whether it is that of the upper tail, which keeps the digits of a small one.</param>
    public static double Of(double shape, double p, bool isUpper)
    {
        double low = 0;
        double high = shape + 1;
        while (Excess(high) < 0)
        {
            low = high;
            high *= 2;
        }

        double x = Math.Max((low + high) / 2, double.Epsilon);
        for (int step = 0; step < 200; step++)
        {
            double excess = Excess(x);
            (low, high) = excess < 0 ? (x, high) : (low, x);
            double density = Math.Exp(((shape - 1) * Math.Log(x)) - x - SpecialFunctions.GammaLn(shape));
            double next = x - (excess / density);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-15 * x || next == low || next == high)
            {
                return next;
            }

            x = next;
        }

        return x;

        // Above 0 beyond the quantile.
        double Excess(double at) => isUpper
            ? p - SpecialFunctions.GammaUpperRegularized(shape, at)
            : SpecialFunctions.GammaLowerRegularized(shape, at) - p;
    }
}
