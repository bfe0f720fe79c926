using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>B-splines over given knots (de Boor 1978); R's <c>splineDesign</c>.</summary>
internal sealed class BSpline
{
    private readonly double[] _knots;

    /// <param name="order">The order: one more than the degree, 4 for cubic splines.</param>
    /// <param name="lower">The lower boundary, which is repeated as often as the order among the knots.</param>
    /// <param name="inner">The knots between, strictly increasing.</param>
    /// <param name="upper">The upper boundary, which is repeated as often.</param>
    public BSpline(int order, double lower, ReadOnlySpan<double> inner, double upper)
    {
        Order = order;
        _knots = [.. Enumerable.Repeat(lower, order), .. inner, .. Enumerable.Repeat(upper, order)];
    }

    /// <summary>Cubic splines.</summary>
    public static BSpline Cubic(double lower, ReadOnlySpan<double> inner, double upper) => new(4, lower, inner, upper);

    /// <summary>One more than the degree.</summary>
    public int Order { get; }

    /// <summary>The number of basis functions.</summary>
    public int Count => _knots.Length - Order;

    /// <summary>The basis functions, as many as the order, that are not 0 at a place between the boundaries. Beyond them the
    /// polynomials of the outermost intervals go on.</summary>
    /// <returns>The number of the first of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int At(double x, Span<double> values)
    {
        int interval = Interval(x);
        Span<double> left = stackalloc double[Order];
        Span<double> right = stackalloc double[Order];
        values[0] = 1;
        for (int j = 1; j < Order; j++)
        {
            left[j] = x - _knots[interval + 1 - j];
            right[j] = _knots[interval + j] - x;
            double saved = 0;
            for (int r = 0; r < j; r++)
            {
                double share = values[r] / (right[r + 1] + left[j - r]);
                values[r] = saved + (right[r + 1] * share);
                saved = left[j - r] * share;
            }

            values[j] = saved;
        }

        return interval - Order + 1;
    }

    /// <summary>A derivative of all basis functions at a place between the boundaries.</summary>
    public double[] Derivatives(double x, int derivative)
    {
        var all = new double[Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Derivative(i, Order, x, derivative);
        }

        return all;
    }

    // The last interval includes its right end.
    private int Interval(double x)
    {
        int low = Order - 1;
        int high = Count;
        while (high - low > 1)
        {
            int middle = (low + high) >>> 1;
            if (x < _knots[middle])
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return low;
    }

    private double Derivative(int i, int order, double x, int derivative)
    {
        if (order == 1)
        {
            return i == Interval(x) ? 1 : 0;
        }

        double left = _knots[i + order - 1] - _knots[i];
        double right = _knots[i + order] - _knots[i + 1];
        double first = left == 0 ? 0 : Derivative(i, order - 1, x, Math.Max(0, derivative - 1)) / left;
        double second = right == 0 ? 0 : Derivative(i + 1, order - 1, x, Math.Max(0, derivative - 1)) / right;
        return derivative > 0
            ? (order - 1) * (first - second)
            : ((x - _knots[i]) * first) + ((_knots[i + order] - x) * second);
    }
}
