namespace SurvivalKit.TextCheck;

/// <summary>Every middle m and half-width h, on the scale of its symmetry, of an interval whose ends and estimate round to the printed
/// numbers: the log scale of ratios, that of Fisher's z for correlations, and the plain one.</summary>
/// <remarks>
/// The ends are m - h and m + h. The values of L = m - h, U = m + h and R = m that are printed so lie between three pairs of parallel
/// lines, so that the region is a polygon; h and m / h take their extremes at its corners.
/// </remarks>
internal sealed class IntervalRegion
{
    private readonly (double Middle, double HalfWidth)[] _corners;

    private IntervalRegion(IEnumerable<(double Middle, double HalfWidth)> corners) => _corners = [.. corners];

    public bool IsEmpty => _corners.Length == 0;

    public ValueRange Middle => new(_corners.Min(corner => corner.Middle), _corners.Max(corner => corner.Middle));

    public ValueRange HalfWidth => new(_corners.Min(corner => corner.HalfWidth), _corners.Max(corner => corner.HalfWidth));

    /// <summary>The region of an interval, and of the ratio where it is given.</summary>
    /// <returns>The region; <see langword="null"/> where an end or the ratio may be 0, so that there is no bound.</returns>
    public static IntervalRegion? Bound(ValueRange? ratio, ValueRange lower, ValueRange upper)
    {
        return Between(ratio is { } given ? Log(given) : null, Log(lower), Log(upper));
    }

    /// <summary>The region of an interval, and of its estimate where it is given, whose values are on the scale of its
    /// symmetry.</summary>
    /// <returns>The region; <see langword="null"/> where a value has no bound.</returns>
    public static IntervalRegion? Between(ValueRange? middleRange, ValueRange l, ValueRange u)
    {
        ValueRange m = ((l + u) * 0.5).And(middleRange ?? new(double.NegativeInfinity, double.PositiveInfinity));
        if (m.IsEmpty)
        {
            return new([]);
        }

        if (!double.IsFinite(m.Low) || !double.IsFinite(m.High))
        {
            return null;
        }

        double[] breaks = [m.Low, m.High, (l.Low + u.High) / 2, (l.High + u.Low) / 2, l.High, u.Low];
        return new(breaks
            .Where(middle => middle >= m.Low && middle <= m.High)
            .SelectMany(middle => new[] { (middle, Math.Max(0, Math.Max(middle - l.High, u.Low - middle))), (
                middle, Math.Min(middle - l.Low, u.High - middle)) }));
    }

    /// <summary>The region of a ratio and one end of its interval.</summary>
    public static IntervalRegion? OfOneEnd(ValueRange ratio, ValueRange end)
    {
        ValueRange m = Log(ratio);
        ValueRange e = Log(end);
        return double.IsFinite(m.Low) && double.IsFinite(e.Low)
            ? new(from middle in new[] { m.Low, m.High } from at in new[] { e.Low, e.High } select (middle, Math.Abs(middle - at)))
            : null;
    }

    /// <summary>The sizes of Wald's z, where the half-width is this number of standard errors.</summary>
    public ValueRange Z(double quantile)
    {
        double[] all = [.. _corners.Select(
            corner => corner.HalfWidth == 0 ? double.PositiveInfinity : quantile * Math.Abs(corner.Middle) / corner.HalfWidth)];
        return new(Middle.Contains(0) ? 0 : all.Min(), all.Max());
    }

    private static ValueRange Log(ValueRange range) => new(Math.Log(Math.Max(0, range.Low)), Math.Log(range.High));
}
