using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>The standard normal distribution, with small relative error far in its tails.</summary>
internal static class NormalTail
{
    private static readonly double RootOfTwo = Math.Sqrt(2);

    /// <summary>P(Z > x).</summary>
    public static double Upper(double x) => SpecialFunctions.Erfc(x / RootOfTwo) / 2;

    /// <summary>P(Z > x) divided by exp(-mode^2 / 2), which is representable where P itself underflows. The mode is x, or 0 where x is
    /// below.</summary>
    public static double UpperOverKernel(double mode, double x)
    {
        if (mode < 25)
        {
            return Upper(x) * Math.Exp(mode * mode / 2);
        }

        // The asymptotic series of Mills' ratio.
        double y = 1 / (mode * mode);
        return (1 - (y * (1 - (3 * y * (1 - (5 * y * (1 - (7 * y * (1 - (9 * y)))))))))) / (mode * Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The density at x.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>P(a &lt; Z &lt; b), a no greater than b.</summary>
    public static double Between(double a, double b) =>
        a > 0 ? Upper(a) - Upper(b) : b < 0 ? Upper(-b) - Upper(-a) : 1 - Upper(b) - Upper(-a);

    /// <summary>The quantile of a normal variable truncated to (a, b).</summary>
    /// <param name="fraction">The probability below the quantile, from 0 to 1.</param>
    /// <param name="a">The lower bound.</param>
    /// <param name="b">The upper bound.</param>
    /// <param name="probability"><see cref="Between"/> of the bounds.</param>
    public static double Within(double fraction, double a, double b, double probability)
    {
        if (b < 0)
        {
            return Math.Clamp(-UpperQuantile(Upper(-a) + (fraction * probability)), a, b);
        }

        // Counted from the nearer end, so that no digits are lost.
        double above = a > 0 ? Upper(a) - (fraction * probability) : Upper(b) + ((1 - fraction) * probability);
        return Math.Clamp(above <= 0.5 ? UpperQuantile(above) : -UpperQuantile(1 - above), a, b);
    }

    private static double UpperQuantile(double p) => RootOfTwo * SpecialFunctions.ErfcInv(2 * p);
}
