namespace SurvivalKit;

/// <summary>Correlated normal variables within bounds, written as sums of independent ones: a Cholesky factor with row pivoting, the
/// variable with the smallest probability of lying within its bounds first (Genz 1992), which makes the integrand smooth.</summary>
/// <remarks>A variable that is determined by those before it adds no independent variable.</remarks>
internal sealed class ConditionedRows
{
    // A conditional variance below this is rounding error; setting it to 0 changes a probability by less than that.
    private const double Negligible = 1e-10;

    private readonly double[,] _factor;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly int[] _levelOf;

    /// <summary>Makes the rows, the one of variable 0 first whatever its bounds.</summary>
    public ConditionedRows(double[,] correlation, double[] lower, double[] upper)
    {
        Count = lower.Length;
        _factor = new double[Count, Count];
        _lower = lower;
        _upper = upper;
        _levelOf = new int[Count];
        Array.Fill(_levelOf, -1);
        var means = new double[Count];
        for (int row = 0; row >= 0; row = Next(means))
        {
            Condition(correlation, row, means);
            Levels++;
        }
    }

    /// <summary>The number of variables.</summary>
    public int Count { get; }

    /// <summary>The number of independent variables.</summary>
    public int Levels { get; private set; }

    /// <summary>The coefficient of an independent variable in a row.</summary>
    public double Slope(int row, int level) => _factor[row, level];

    /// <summary>The last independent variable that a row depends on.</summary>
    public int LastLevel(int row)
    {
        int level = _levelOf[row] >= 0 ? _levelOf[row] : Levels - 1;
        while (level > 0 && Math.Abs(_factor[row, level]) < 1e-7)
        {
            level--;
        }

        return level;
    }

    /// <summary>The bounds of the independent variable of a level that a row's bounds imply, given the variables before it.</summary>
    public (double From, double To) Bounds(int row, int level, ReadOnlySpan<double> values)
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

    /// <summary>The variance of a row given a number of independent variables.</summary>
    public double Unexplained(int row, int levels)
    {
        double variance = 1;
        for (int l = 0; l < levels; l++)
        {
            variance -= _factor[row, l] * _factor[row, l];
        }

        return variance;
    }

    // The row that comes next; -1: the others are determined.
    private int Next(double[] means)
    {
        int next = -1;
        double least = double.PositiveInfinity;
        for (int row = 0; row < Count; row++)
        {
            double variance = Unexplained(row, Levels);
            if (_levelOf[row] < 0 && variance > Negligible)
            {
                _factor[row, Levels] = Math.Sqrt(variance);
                (double a, double b) = Bounds(row, Levels, means);
                double probability = NormalTail.Between(a, b);
                next = probability < least ? row : next;
                least = Math.Min(least, probability);
            }
        }

        return next;
    }

    private void Condition(double[,] correlation, int pivot, double[] means)
    {
        int level = Levels;
        double deviation = Math.Sqrt(Unexplained(pivot, level));
        _levelOf[pivot] = level;
        for (int row = 0; row < Count; row++)
        {
            double value = correlation[row, pivot];
            for (int l = 0; l < level; l++)
            {
                value -= _factor[row, l] * _factor[pivot, l];
            }

            _factor[row, level] = row == pivot ? deviation : _levelOf[row] >= 0 ? 0 : value / deviation;
        }

        // The truncated mean is used as the variable's value while the order of the others is found.
        (double a, double b) = Bounds(pivot, level, means);
        double probability = NormalTail.Between(a, b);
        means[level] =
            probability > 0 ? Math.Clamp((NormalTail.Density(a) - NormalTail.Density(b)) / probability, a, b) : double.IsFinite(a) ? a : b;
    }
}
