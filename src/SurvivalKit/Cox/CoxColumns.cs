using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The covariates of a Cox model in the order of its rows, centred in each stratum and scaled to unit spread, so that sums keep
/// their digits whatever the units.</summary>
internal sealed class CoxColumns
{
    private readonly int[] _order;
    private readonly int[] _stratumStarts;
    private readonly double[] _weight;

    private CoxColumns(int[] order, int[] stratumStarts, double[] weight, int columns)
    {
        _order = order;
        _stratumStarts = stratumStarts;
        _weight = weight;
        Values = new double[columns][];
        Scale = new double[columns];
    }

    /// <summary>One array a column, one element a sorted row; 0 for rows of weight 0.</summary>
    public double[][] Values { get; }

    /// <summary>What each column was divided by; 0 for one that is constant in every stratum, whose values are all 0.</summary>
    public double[] Scale { get; }

    /// <param name="design">The covariates as the caller has them.</param>
    /// <param name="order">The observation of each sorted row.</param>
    /// <param name="stratumStarts">Where each stratum starts, and the end of the last.</param>
    /// <param name="weight">The weight of each sorted row; 0 for a row that is at risk at no event.</param>
    /// <exception cref="SurvivalDataException">A column is too large to be squared.</exception>
    public static CoxColumns Of(DesignMatrix design, int[] order, int[] stratumStarts, double[] weight)
    {
        var columns = new CoxColumns(order, stratumStarts, weight, design.Columns);
        RowBlocks.ForEach(design.Columns, order.Length, column => columns.Gather(design.Column(column), column));
        int tooLarge = Array.FindIndex(columns.Scale, scale => !double.IsFinite(scale));
        return tooLarge < 0
            ? columns
            : throw SurvivalDataException.AtColumn(null, design.Names[tooLarge], "its values are too large to be squared; smaller ones were expected, as in other units.");
    }

    private void Gather(ReadOnlySpan<double> given, int column)
    {
        double[] values = GC.AllocateUninitializedArray<double>(_order.Length);
        Values[column] = values;
        double spread = 0;
        double total = 0;
        double largestMean = 0;
        for (int s = 0; s + 1 < _stratumStarts.Length; s++)
        {
            int from = _stratumStarts[s];
            int length = _stratumStarts[s + 1] - from;
            Span<double> part = values.AsSpan(from, length);
            ReadOnlySpan<double> weight = _weight.AsSpan(from, length);

            // Sums of differences from a value of the column itself lose nothing to a large mean.
            double origin = Origin(given, from, length);
            double sum = 0;
            double sumOfWeights = 0;
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = weight[i] > 0 ? given[_order[from + i]] - origin : 0;
                sum += weight[i] * part[i];
                sumOfWeights += weight[i];
            }

            double mean = sumOfWeights > 0 ? sum / sumOfWeights : 0;
            largestMean = Math.Max(largestMean, Math.Abs(origin + mean));
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = weight[i] > 0 ? part[i] - mean : 0;
                spread += weight[i] * part[i] * part[i];
            }

            total += sumOfWeights;
        }

        double scale = total > 0 ? Math.Sqrt(spread / total) : 0;

        // A spread at the rounding error of the mean is none: the column is constant.
        Scale[column] = scale <= 1e-14 * largestMean ? 0 : scale;
        if (Scale[column] == 0)
        {
            Array.Clear(values);
        }
        else
        {
            TensorPrimitives.Divide(values, scale, values);
        }
    }

    private double Origin(ReadOnlySpan<double> given, int from, int length)
    {
        for (int i = from; i < from + length; i++)
        {
            if (_weight[i] > 0)
            {
                return given[_order[i]];
            }
        }

        return 0;
    }
}
