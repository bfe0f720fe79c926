namespace SurvivalKit;

/// <summary>The probability that one of several correlated normal variables lies above a bound and the others
/// below theirs, as an integral over
/// the unit cube (Genz 1992): each variable is integrated over its bounds given the variables before it.</summary>
/// <remarks>A variable that is determined by those before it narrows the bounds of the last of them and adds no dimension, so that a
/// singular correlation matrix is allowed (Genz and Kwong 2000).</remarks>
internal sealed class ConditionedBox
{
    private readonly ConditionedRows _rows;
    private readonly int[] _lastLevel;
    private readonly int[][] _rowsOfLevel;

    /// <summary>Makes the integrand of P(Z_0 > bound, lower &lt; Z_j &lt; bound for the others).</summary>
    public ConditionedBox(double[,] correlation, double bound, double lower)
    {
        int n = correlation.GetLength(0);
        var lowers = new double[n];
        var uppers = new double[n];
        Array.Fill(lowers, lower);
        Array.Fill(uppers, bound);
        (lowers[0], uppers[0]) = (bound, double.PositiveInfinity);
        _rows = new ConditionedRows(correlation, lowers, uppers);
        Dimensions = _rows.Levels - 1;
        _lastLevel = [.. Enumerable.Range(0, n).Select(_rows.LastLevel)];
        _rowsOfLevel = [.. Enumerable.Range(0, _rows.Levels)
            .Select(level => Enumerable.Range(0, n).Where(row => _lastLevel[row] == level).ToArray())];
    }

    /// <summary>The number of coordinates of a point; the last variable needs none.</summary>
    public int Dimensions { get; }

    /// <summary>The integrand at a point of the unit cube.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="values">Scratch space, one number per variable.</param>
    public double At(ReadOnlySpan<double> point, Span<double> values)
    {
        double product = 1;
        for (int level = 0; level <= Dimensions; level++)
        {
            (double a, double b) = Bounds(level, values);
            double probability = a < b ? NormalTail.Between(a, b) : 0;
            if (probability <= 0)
            {
                return 0;
            }

            product *= probability;
            if (level < Dimensions)
            {
                values[level] = NormalTail.Within(point[level], a, b, probability);
            }
        }

        return product;
    }

    /// <summary>The bounds of the variable of a level, given the values of those before.</summary>
    public (double Lower, double Upper) Bounds(int level, ReadOnlySpan<double> values)
    {
        double a = double.NegativeInfinity;
        double b = double.PositiveInfinity;
        foreach (int row in _rowsOfLevel[level])
        {
            (double from, double to) = _rows.Bounds(row, level, values);
            a = Math.Max(a, from);
            b = Math.Min(b, to);
        }

        return (a, b);
    }

    /// <summary>The places where the integrand falls steeply as the variable of a level grows, where a later, nearly determined row meets a
    /// bound, and the width of the fall on both sides.</summary>
    /// <param name="level">The level.</param>
    /// <param name="values">The values of the variables before.</param>
    /// <param name="narrow">Falls wider than this are left out.</param>
    /// <param name="places">The list to which the places are added.</param>
    public void AddSteps(int level, ReadOnlySpan<double> values, double narrow, List<double> places)
    {
        for (int row = 0; row < _rows.Count; row++)
        {
            double slope = Math.Abs(_rows.Slope(row, level));
            double width = 6 * Math.Sqrt(Math.Max(0, _rows.Unexplained(row, level + 1))) / slope;
            if (_lastLevel[row] > level && slope > 1e-7 && width < narrow)
            {
                (double from, double to) = _rows.Bounds(row, level, values);
                places.AddRange([from - width, from, from + width, to - width, to, to + width]);
            }
        }
    }
}
