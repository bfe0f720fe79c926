namespace SurvivalKit;

/// <summary>The probability that one of several correlated normal variables lies above a bound and the others below theirs, as an integral over
/// the unit cube (Genz 1992): one variable after the other is confined to what the ones before it leave.</summary>
/// <remarks>A variable that the ones before it determine narrows the bounds of the last of them instead of having a place of its own, so that a
/// singular correlation matrix is as good as any other (Genz and Kwong 2000).</remarks>
internal sealed class ConditionedBox
{
    // A conditional variance below this is rounding noise; taking it for 0 moves a probability by less than itself.
    private const double Negligible = 1e-10;

    private readonly double[,] _factor;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly int[][] _rowsOfLevel;

    /// <summary>Makes the integrand of P(Z_0 > bound, lower &lt; Z_j &lt; bound for the others).</summary>
    public ConditionedBox(double[,] correlation, double bound, double lower)
    {
        int n = correlation.GetLength(0);
        _factor = new double[n, n];
        _lower = new double[n];
        _upper = new double[n];
        Array.Fill(_lower, lower);
        Array.Fill(_upper, bound);
        (_lower[0], _upper[0]) = (bound, double.PositiveInfinity);
        int[] levelOf = new int[n];
        Array.Fill(levelOf, -1);
        var means = new double[n];
        int levels = 0;
        for (int row = 0; row >= 0; row = Next(levelOf, means, levels))
        {
            Condition(correlation, row, levelOf, means, levels++);
        }

        Dimensions = levels - 1;
        _rowsOfLevel = [.. Enumerable.Range(0, levels).Select(level => Enumerable.Range(0, n).Where(row => LastLevel(row, levelOf, levels) == level).ToArray())];
    }

    /// <summary>The number of coordinates of a point; the last variable needs none.</summary>
    public int Dimensions { get; }

    /// <summary>The integrand at a point of the unit cube.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="values">Room for a number a variable.</param>
    public double At(ReadOnlySpan<double> point, Span<double> values)
    {
        double product = 1;
        for (int level = 0; level < _rowsOfLevel.Length; level++)
        {
            double a = double.NegativeInfinity;
            double b = double.PositiveInfinity;
            foreach (int row in _rowsOfLevel[level])
            {
                (double from, double to) = Bounds(row, level, values);
                a = Math.Max(a, from);
                b = Math.Min(b, to);
            }

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

    // What the row's bounds leave for the variable of a level, given the levels before.
    private (double From, double To) Bounds(int row, int level, ReadOnlySpan<double> values)
    {
        double known = 0;
        for (int l = 0; l < level; l++)
        {
            known += _factor[row, l] * values[l];
        }

        double slope = _factor[row, level];
        double from = (_lower[row] - known) / slope;
        double to = (_upper[row] - known) / slope;
        return slope > 0 ? (from, to) : (to, from);
    }

    private double Unexplained(int row, int levels)
    {
        double variance = 1;
        for (int l = 0; l < levels; l++)
        {
            variance -= _factor[row, l] * _factor[row, l];
        }

        return variance;
    }

    // The variable that is least likely to keep its bounds comes next, which makes the integrand smooth; -1: the others are determined.
    private int Next(int[] levelOf, double[] means, int levels)
    {
        int next = -1;
        double least = double.PositiveInfinity;
        for (int row = 0; row < levelOf.Length; row++)
        {
            double variance = Unexplained(row, levels);
            if (levelOf[row] < 0 && variance > Negligible)
            {
                _factor[row, levels] = Math.Sqrt(variance);
                (double a, double b) = Bounds(row, levels, means);
                double probability = NormalTail.Between(a, b);
                next = probability < least ? row : next;
                least = Math.Min(least, probability);
            }
        }

        return next;
    }

    private void Condition(double[,] correlation, int pivot, int[] levelOf, double[] means, int level)
    {
        double deviation = Math.Sqrt(Unexplained(pivot, level));
        levelOf[pivot] = level;
        for (int row = 0; row < levelOf.Length; row++)
        {
            double value = correlation[row, pivot];
            for (int l = 0; l < level; l++)
            {
                value -= _factor[row, l] * _factor[pivot, l];
            }

            _factor[row, level] = row == pivot ? deviation : levelOf[row] >= 0 ? 0 : value / deviation;
        }

        (double a, double b) = Bounds(pivot, level, means);
        double probability = NormalTail.Between(a, b);
        means[level] = probability > 0 ? Math.Clamp((NormalTail.Density(a) - NormalTail.Density(b)) / probability, a, b) : double.IsFinite(a) ? a : b;
    }

    // A determined row bounds the last variable that it depends on.
    private int LastLevel(int row, int[] levelOf, int levels)
    {
        int level = levelOf[row] >= 0 ? levelOf[row] : levels - 1;
        while (level > 0 && Math.Abs(_factor[row, level]) < 1e-7)
        {
            level--;
        }

        return level;
    }
}
