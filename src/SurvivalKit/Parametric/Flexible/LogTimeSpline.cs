namespace SurvivalKit;

/// <summary>The columns of a natural cubic spline of log time x, linear beyond its boundary knots: x, and for each inner knot k the term
/// (x - k)+^3 - l (x - a)+^3 - (1 - l) (x - b)+^3 with l = (b - k) / (b - a) (Royston and Parmar 2002, section 2.3).</summary>
internal sealed class LogTimeSpline
{
    private readonly double[] _knots;

    private LogTimeSpline(double[] knots, double[,]? factors)
    {
        _knots = knots;
        Factors = factors;
    }

    /// <summary>The columns as they are defined.</summary>
    /// <param name="knots">The logarithms of all knots, increasing; the first and the last are the boundary.</param>
    public static LogTimeSpline Of(double[] knots) => new(knots, null);

    /// <summary>The number of columns.</summary>
    public int Columns => _knots.Length - 1;

    /// <summary>What a coefficient of the columns as they are defined is in those of this spline; <see langword="null"/>: the
    /// same.</summary>
    public double[,]? Factors { get; }

    /// <summary>The same spline by columns that are orthogonal over some log times and have mean square 1, so that a search does not depend
    /// on how near knots are to each other.</summary>
    /// <param name="at">The log times.</param>
    public LogTimeSpline Orthogonal(double[] at)
    {
        int columns = Columns;
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[at.Length])];
        double[] row = new double[columns];
        double[] slopes = new double[columns];
        for (int i = 0; i < at.Length; i++)
        {
            Evaluate(at[i], row, slopes);
            for (int k = 0; k < columns; k++)
            {
                values[k][i] = row[k];
            }
        }

        // Gram and Schmidt, twice for the last digits.
        var factors = new double[columns, columns];
        for (int k = 0; k < columns; k++)
        {
            factors[k, k] = 1;
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < k; j++)
                {
                    double part = Mean(values[j], values[k]);
                    Add(values[k], values[j], -part);
                    for (int r = 0; r < columns; r++)
                    {
                        factors[r, k] -= part * factors[r, j];
                    }
                }
            }

            double length = Math.Sqrt(Mean(values[k], values[k]));
            length = length > 0 ? length : 1;
            values[k] = Array.ConvertAll(values[k], value => value / length);
            for (int r = 0; r < columns; r++)
            {
                factors[r, k] /= length;
            }
        }

        return new(_knots, factors);
    }

    /// <summary>The columns and their slopes at a log time.</summary>
    public void Evaluate(double x, Span<double> values, Span<double> slopes)
    {
        double a = _knots[0];
        double b = _knots[^1];
        (values[0], slopes[0]) = (x, 1);
        for (int k = 1; k < Columns; k++)
        {
            double part = (b - _knots[k]) / (b - a);
            double own = Math.Max(0, x - _knots[k]);
            double low = Math.Max(0, x - a);
            double high = Math.Max(0, x - b);
            values[k] = (own * own * own) - (part * low * low * low) - ((1 - part) * high * high * high);
            slopes[k] = 3 * ((own * own) - (part * low * low) - ((1 - part) * high * high));
        }

        if (Factors is { } factors)
        {
            Combine(factors, values);
            Combine(factors, slopes);
        }
    }

    // The factors are zero below the diagonal, so that the last column is made first.
    private static void Combine(double[,] factors, Span<double> values)
    {
        for (int k = values.Length - 1; k >= 0; k--)
        {
            double sum = 0;
            for (int r = 0; r <= k; r++)
            {
                sum += factors[r, k] * values[r];
            }

            values[k] = sum;
        }
    }

    private static double Mean(double[] left, double[] right) => left.Zip(right, (x, y) => x * y).Sum() / left.Length;

    private static void Add(double[] to, double[] values, double factor)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += factor * values[i];
        }
    }
}
