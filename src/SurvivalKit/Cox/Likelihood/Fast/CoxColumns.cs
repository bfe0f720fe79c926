using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The covariates of a Cox model in the order of its rows, centred in each stratum and scaled to unit spread, so that sums do not
/// lose precision in any unit.</summary>
internal sealed class CoxColumns
{
    // The spread is so many times the width of the middle half where a few values are far from the others.
    private const double FarOff = 30;

    // The squares of a smaller spread are no longer exact.
    private const double SmallestScale = 1e-140;

    private readonly int[] _order;
    private readonly int[] _stratumStarts;
    private readonly double[] _weight;
    private readonly double _total;
    private readonly bool _isTypical;
    private readonly int[] _ignored;

    private CoxColumns(int[] order, int[] stratumStarts, double[] weight, int columns, bool isTypical)
    {
        _isTypical = isTypical;
        _order = order;
        _stratumStarts = stratumStarts;
        _weight = weight;
        _total = TensorPrimitives.Sum<double>(weight);
        _ignored = Ignored(weight);
        Values = new double[columns][];
        Scale = new double[columns];
        Largest = new double[columns];
    }

    /// <summary>One array a column, one element a sorted row; 0 for rows of weight 0.</summary>
    public double[][] Values { get; }

    /// <summary>The divisor of each column; 0 for one that is constant in every stratum, whose values are all 0.</summary>
    public double[] Scale { get; }

    /// <summary>The largest magnitude among the values of each column.</summary>
    public double[] Largest { get; }

    /// <param name="design">The covariates as the caller has them.</param>
    /// <param name="order">The observation of each sorted row.</param>
    /// <param name="stratumStarts">Where each stratum starts, and the end of the last.</param>
    /// <param name="weight">The weight of each sorted row; 0 for a row that is at risk at no event.</param>
    /// <param name="isTypical">Whether a column in which a few values lie far from the others is centred and scaled as most of its values
    /// are: beside its mean and spread these would have no digits.</param>
    /// <exception cref="SurvivalDataException">A column is too large to be squared.</exception>
    public static CoxColumns Gather(
        DesignMatrix design, int[] order, int[] stratumStarts, double[] weight, bool isTypical = false)
    {
        var columns = new CoxColumns(order, stratumStarts, weight, design.Columns, isTypical);
        RowBlocks.ForEach(design.Columns, order.Length, column => columns.Gather(design.Column(column), column));
        int outOfRange = Array.FindIndex(columns.Scale, scale => !double.IsFinite(scale));
        return outOfRange < 0
            ? columns
            : throw SurvivalDataException.AtColumn(
                null,
                design.Names[outOfRange],
                double.IsNaN(columns.Scale[outOfRange])
                    ? "its values differ by too little to be squared; larger differences were expected, as in other units."
                    : "its values are too large to be squared; smaller ones were expected, as in other units.");
    }

    private void Gather(ReadOnlySpan<double> given, int column)
    {
        double[] values = Recycled<double>.Take(_order.Length);
        Values[column] = values;
        var means = new double[_stratumStarts.Length - 1];
        double spread = 0;
        double roughSpread = 0;
        double largestMean = 0;
        for (int s = 0; s < means.Length; s++)
        {
            (means[s], double squares, double rough) = GatherStratum(given, values, s);
            spread += squares;
            roughSpread += rough;
            largestMean = Math.Max(largestMean, double.IsNaN(means[s]) ? double.PositiveInfinity : Math.Abs(means[s]));
        }

        // Squared deviations from a value far from the mean are imprecise: then take them from the mean itself.
        if (!(spread > 1e-6 * roughSpread))
        {
            spread = Squares(values, means);
        }

        double scale = _total > 0 ? Math.Sqrt(spread / _total) : 0;

        // A spread within the rounding error of the mean is 0: the column is constant.
        Scale[column] = !double.IsFinite(largestMean) ? double.PositiveInfinity
            : scale < SmallestScale && IsDifferent(values, largestMean) ? double.NaN
            : scale <= 1e-14 * largestMean ? 0 : scale;
        if (!(Scale[column] > 0 && double.IsFinite(Scale[column])))
        {
            Array.Clear(values);
            return;
        }

        scale = _isTypical ? Typical(values, means, scale) : scale;
        Scale[column] = scale;
        for (int s = 0; s < means.Length; s++)
        {
            double largest = Standardise(values.AsSpan(_stratumStarts[s].._stratumStarts[s + 1]), means[s], 1 / scale);
            Largest[column] = Math.Max(Largest[column], largest);
        }

        foreach (int row in _ignored)
        {
            values[row] = 0;
        }
    }

    // The rows of weight 0.
    private static int[] Ignored(double[] weight)
    {
        int[] rows = new int[weight.AsSpan().Count(0.0)];
        for (int row = 0, at = 0; at < rows.Length; row++)
        {
            if (weight[row] == 0)
            {
                rows[at++] = row;
            }
        }

        return rows;
    }

    // Subtracts a mean, multiplies, and returns the largest magnitude.
    private static double Standardise(Span<double> values, double mean, double factor)
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        var means = new Vector<double>(mean);
        Vector<double> largest = Vector<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> standard = (Vector.LoadUnsafe(ref first, (nuint)i) - means) * factor;
            standard.StoreUnsafe(ref first, (nuint)i);
            largest = Vector.Max(largest, Vector.Abs(standard));
        }

        double most = 0;
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            most = Math.Max(most, largest[lane]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = (values[i] - mean) * factor;
            most = Math.Max(most, Math.Abs(values[i]));
        }

        return most;
    }

    // Gathers a stratum's values in order. Differences from a value of the column avoid cancellation under a large mean.
    private (double Mean, double Squares, double RoughSquares) GatherStratum(ReadOnlySpan<double> given, double[] values, int stratum)
    {
        int from = _stratumStarts[stratum];
        int to = _stratumStarts[stratum + 1];
        double origin = Origin(given, from, to);
        double sum = 0;
        double squares = 0;
        double weights = 0;
        int ignored = Array.BinarySearch(_ignored, from);
        ignored = ignored >= 0 ? ignored : ~ignored;
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int length = Math.Min(RowBlocks.Block, to - i);
            Span<double> part = values.AsSpan(i, length);
            ReadOnlySpan<double> weight = _weight.AsSpan(i, length);
            ReadOnlySpan<int> order = _order.AsSpan(i, length);
            for (int k = 0; k < part.Length; k++)
            {
                part[k] = given[order[k]];
            }

            // A row of weight 0 may hold any value, even infinity or NaN, so multiplying by 0 is not enough.
            for (; ignored < _ignored.Length && _ignored[ignored] < i + length; ignored++)
            {
                part[_ignored[ignored] - i] = origin;
            }

            (double blockWeights, double blockSum, double blockSquares) = Moments(part, weight, origin);
            weights += blockWeights;
            sum += blockSum;
            squares += blockSquares;
        }

        return weights > 0 ? (origin + (sum / weights), squares - (sum * sum / weights), squares) : (0, 0, 0);
    }

    // The sums of weights, and of weighted differences from the origin and their squares.
    private static (double Weights, double Sum, double Squares) Moments(
        ReadOnlySpan<double> values, ReadOnlySpan<double> weight, double origin)
    {
        ref double value = ref MemoryMarshal.GetReference(values);
        ref double weightOf = ref MemoryMarshal.GetReference(weight[..values.Length]);
        var origins = new Vector<double>(origin);
        Vector<double> weights = Vector<double>.Zero;
        Vector<double> sums = Vector<double>.Zero;
        Vector<double> squares = Vector<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> w = Vector.LoadUnsafe(ref weightOf, (nuint)i);
            Vector<double> difference = Vector.LoadUnsafe(ref value, (nuint)i) - origins;
            Vector<double> weighted = w * difference;
            weights += w;
            sums += weighted;
            squares = Vector.FusedMultiplyAdd(weighted, difference, squares);
        }

        (double sumOfWeights, double sum, double sumOfSquares) = (Vector.Sum(weights), Vector.Sum(sums), Vector.Sum(squares));
        for (; i < values.Length; i++)
        {
            double difference = values[i] - origin;
            sumOfWeights += weight[i];
            sum += weight[i] * difference;
            sumOfSquares += weight[i] * difference * difference;
        }

        return (sumOfWeights, sum, sumOfSquares);
    }

    private double Origin(ReadOnlySpan<double> given, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_weight[i] > 0)
            {
                return given[_order[i]];
            }
        }

        return 0;
    }

    // Puts the medians of the strata for their means where the spread is far beyond the width of the middle half of the values, and returns
    // that width in units of a normal distribution's spread.
    private double Typical(double[] values, double[] means, double scale)
    {
        var medians = new double[means.Length];
        var differences = new List<double>();
        for (int s = 0; s < means.Length; s++)
        {
            double[] own = [.. Enumerable.Range(_stratumStarts[s], _stratumStarts[s + 1] - _stratumStarts[s])
                .Where(row => _weight[row] > 0).Select(row => values[row]).Order()];
            medians[s] = own.Length == 0 ? 0 : own[own.Length / 2];
            differences.AddRange(own.Select(value => value - medians[s]));
        }

        differences.Sort();
        double width = (differences[differences.Count * 3 / 4] - differences[differences.Count / 4]) / 1.349;
        if (!(width > 0 && FarOff * width < scale))
        {
            return scale;
        }

        medians.CopyTo(means, 0);
        return width;
    }

    // Whether a row that counts differs from the first of its stratum by more than rounding.
    private bool IsDifferent(double[] values, double mean)
    {
        bool isDifferent = false;
        for (int s = 0; s + 1 < _stratumStarts.Length; s++)
        {
            double origin = double.NaN;
            for (int i = _stratumStarts[s]; i < _stratumStarts[s + 1]; i++)
            {
                if (_weight[i] > 0)
                {
                    origin = double.IsNaN(origin) ? values[i] : origin;
                    isDifferent |= Math.Abs(values[i] - origin) > 1e-14 * mean;
                }
            }
        }

        return isDifferent;
    }

    private double Squares(double[] values, double[] means)
    {
        double sum = 0;
        for (int s = 0; s < means.Length; s++)
        {
            for (int i = _stratumStarts[s]; i < _stratumStarts[s + 1]; i++)
            {
                double difference = values[i] - means[s];
                sum += _weight[i] > 0 ? _weight[i] * difference * difference : 0;
            }
        }

        return sum;
    }
}
