using MathNet.Numerics.Integration;

namespace SurvivalKit;

/// <summary>The logarithm of the probability of more than z of a distribution whose survival has no closed derivatives: its density, and
/// the density times the derivatives of its logarithm by the shapes, are integrated over the tail on the side of z away from the mode
/// (differentiation under the integral) by the rule of Gauss and Legendre (Davis and Rabinowitz 1984), exact to about 1e-14.</summary>
internal static class TailIntegral
{
    // Beyond it the density is nothing beside that at z.
    private const double Depth = 38;

    // An order of which the library has the nodes to the last digit.
    private const int Order = 32;

    private static readonly double[] Abscissas;
    private static readonly double[] Weights;

    static TailIntegral()
    {
        var rule = new GaussLegendreRule(0, 1, Order);
        Abscissas = [.. Enumerable.Range(0, Order).Select(rule.GetAbscissa)];
        Weights = [.. Enumerable.Range(0, Order).Select(rule.GetWeight)];
    }

    /// <summary>log S(z) with its derivatives by z and the shapes.</summary>
    public static double LogSurvival<TError>(in TError error, double z, Span<double> first, Span<double> second)
        where TError : struct, IShapedError
    {
        int shapes = error.Shapes;
        double at = error.LogDensity(z, first, second);
        double slope = first[0];
        int size = 1 + shapes;

        // The mass of the tail over the density at z, and the means in the tail of the derivatives by the shapes.
        Span<double> means = stackalloc double[1 + shapes + FlexibleValue.Triangle(shapes)];
        means.Clear();
        double side = z >= 0 ? 1 : -1;
        double depth = DepthOf(error, z, at, side);
        double scale = error.Rate > 0 ? 3 / error.Rate : double.PositiveInfinity;
        double middle = scale >= depth ? depth / 2 : scale;
        double late = scale >= depth ? depth : Math.Min(8 * scale, depth);
        Add(error, z, at, side, 0, middle, means);
        Add(error, z, at, side, middle, late, means);
        if (late < depth)
        {
            Add(error, z, at, side, late, depth, means);
        }

        double tail = Math.Exp(at) * means[0];
        double survival = side > 0 ? tail : 1 - tail;

        // Density over survival, and the tail over survival with the sign of its derivatives.
        double hazard = side > 0 ? 1 / means[0] : Math.Exp(at) / survival;
        double part = side > 0 ? 1 : -tail / survival;
        Span<double> own = stackalloc double[shapes];
        for (int p = 0; p < shapes; p++)
        {
            own[p] = part * means[1 + p] / means[0];
        }

        int second0 = FlexibleValue.Triangle(size);
        Span<double> result = stackalloc double[second0];
        result[0] = -hazard * (slope + hazard);
        for (int p = 0, from = 1, k = 1 + shapes; p < shapes; p++, from += p + 1)
        {
            result[from] = -hazard * (first[1 + p] - own[p]);
            for (int q = 0; q <= p; q++, k++)
            {
                result[from + 1 + q] = (part * means[k] / means[0]) - (own[p] * own[q]);
            }
        }

        result.CopyTo(second);
        first[0] = -hazard;
        own.CopyTo(first[1..]);
        return side > 0 ? at + Math.Log(means[0]) : SmallNumbers.LogOnePlus(-tail);
    }

    // Adds up the density, and the density times its derivatives, over a piece of the tail.
    private static void Add<TError>(
        in TError error, double z, double at, double side, double from, double to, Span<double> means)
        where TError : struct, IShapedError
    {
        int shapes = error.Shapes;
        Span<double> first = stackalloc double[1 + shapes];
        Span<double> second = stackalloc double[FlexibleValue.Triangle(1 + shapes)];
        for (int i = 0; i < Order; i++)
        {
            double value = error.LogDensity(z + (side * (from + ((to - from) * Abscissas[i]))), first, second);
            double mass = (to - from) * Weights[i] * Math.Exp(value - at);
            means[0] += mass;
            for (int p = 0, k = 1 + shapes, row = 1; p < shapes; p++, row += p + 1)
            {
                means[1 + p] += mass * first[1 + p];
                for (int q = 0; q <= p; q++, k++)
                {
                    means[k] += mass * (second[row + 1 + q] + (first[1 + p] * first[1 + q]));
                }
            }
        }
    }

    private static double DepthOf<TError>(in TError error, double z, double at, double side)
        where TError : struct, IShapedError
    {
        double near = 0;
        double far = 1;
        while (at - error.LogDensity(z + (side * far)) < Depth && far < 1e12)
        {
            near = far;
            far *= 2;
        }

        // The density falls ever faster, so that the place is between.
        for (int i = 0; i < 60; i++)
        {
            double fall = at - error.LogDensity(z + (side * far));
            if (fall <= Depth + 8)
            {
                break;
            }

            double middle = (near + far) / 2;
            if (at - error.LogDensity(z + (side * middle)) < Depth)
            {
                near = middle;
                double closer = near + ((far - near) / 2);
                far = at - error.LogDensity(z + (side * closer)) >= Depth ? closer : far;
            }
            else
            {
                far = middle;
            }
        }

        return far;
    }
}
