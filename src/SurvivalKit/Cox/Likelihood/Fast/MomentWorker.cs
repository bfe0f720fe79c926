using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Processes one part of the rows, block by block, for <see cref="RiskSetMoments"/>.</summary>
internal ref struct MomentWorker
{
    private readonly CoxData _data;
    private readonly double[] _risk;
    private readonly RowHazards[] _hazards;
    private MeansOfTimes _means;
    private readonly MomentSums[] _sums;
    private readonly int _block;
    private readonly Span<double> _expected;
    private readonly Span<double> _residual;
    private readonly Span<double> _weighted;

    /// <param name="data">The rows.</param>
    /// <param name="risk">Their risks.</param>
    /// <param name="hazards">The cumulative hazards over each row's time at risk, each with multipliers of its own.</param>
    /// <param name="means">The risk sets' means, block by block.</param>
    /// <param name="sums">Receives the sums, one set for each of the hazards.</param>
    /// <param name="scratch">Scratch space for <see cref="ScratchSize"/> numbers.</param>
    public MomentWorker(CoxData data, double[] risk, RowHazards[] hazards, MeansOfTimes means, MomentSums[] sums, Span<double> scratch)
    {
        _data = data;
        _risk = risk;
        _hazards = hazards;
        _means = means;
        _sums = sums;
        _block = RowBlocks.LengthOfBlock(data.Rows);
        _expected = scratch[.._block];
        _residual = scratch.Slice(_block, _block);
        _weighted = scratch.Slice(2 * _block, 8 * _block);
    }

    public static int ScratchSize(CoxData data) => 10 * RowBlocks.LengthOfBlock(data.Rows);

    /// <summary>Adds up the part.</summary>
    /// <param name="part">The part.</param>
    public void Run(int part)
    {
        (int from, int to) = RowBlocks.Rows(part, _data.Rows);
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int end = Math.Min(to, i + RowBlocks.Block);
            _means.Next(i, end);
            for (int k = 0; k < _hazards.Length; k++)
            {
                AddRows(i, end - i, _hazards[k], _sums[k]);
                _means.Weigh(_hazards[k].Multiplier);
                AddMeans(_sums[k]);
            }
        }
    }

    private readonly void AddRows(int from, int length, RowHazards hazards, MomentSums sums)
    {
        Span<double> expected = _expected[..length];
        Span<double> residual = _residual[..length];
        hazards.Fill(from, from + length, _risk, expected, residual);
        Span<double> products = stackalloc double[16];
        for (int j = 0; j < _data.Columns; j += 4)
        {
            for (int column = j; column < Math.Min(j + 4, _data.Columns); column++)
            {
                ReadOnlySpan<double> x = _data.X[column].AsSpan(from, length);
                sums.AddScore(column, Weigh(x, residual, expected, _weighted.Slice((column - j) * length, length)));
            }

            var left = GramTile.Columns.Take(_weighted, length, 0, _data.Columns - j, length);
            for (int k = 0; k <= j; k += 4)
            {
                GramTile.Multiply(left, GramTile.Columns.Take(_data.X, k, from, length), products);
                sums.Add(products, j, k, 1);
            }
        }
    }

    // One pass over a column: its product with the residuals, and its values times the expected numbers.
    private static double Weigh(
        ReadOnlySpan<double> x, ReadOnlySpan<double> residual, ReadOnlySpan<double> expected, Span<double> weighted)
    {
        ref double values = ref MemoryMarshal.GetReference(x);
        ref double left = ref MemoryMarshal.GetReference(residual[..x.Length]);
        ref double factor = ref MemoryMarshal.GetReference(expected[..x.Length]);
        ref double product = ref MemoryMarshal.GetReference(weighted[..x.Length]);

        // Two sums hide the latency of their additions.
        Vector<double> even = Vector<double>.Zero;
        Vector<double> odd = Vector<double>.Zero;
        nuint step = (nuint)Vector<double>.Count;
        nuint i = 0;
        for (; i + (2 * step) <= (nuint)x.Length; i += 2 * step)
        {
            Vector<double> first = Vector.LoadUnsafe(ref values, i);
            Vector<double> second = Vector.LoadUnsafe(ref values, i + step);
            even = Vector.FusedMultiplyAdd(first, Vector.LoadUnsafe(ref left, i), even);
            odd = Vector.FusedMultiplyAdd(second, Vector.LoadUnsafe(ref left, i + step), odd);
            (first * Vector.LoadUnsafe(ref factor, i)).StoreUnsafe(ref product, i);
            (second * Vector.LoadUnsafe(ref factor, i + step)).StoreUnsafe(ref product, i + step);
        }

        double sum = Vector.Sum(even + odd);
        for (; i < (nuint)x.Length; i++)
        {
            sum += x[(int)i] * residual[(int)i];
            weighted[(int)i] = x[(int)i] * expected[(int)i];
        }

        return sum;
    }

    private readonly void AddMeans(MomentSums sums)
    {
        int count = _means.Count;
        Span<double> products = stackalloc double[16];
        for (int j = 0; j < _data.Columns && count > 0; j += 4)
        {
            for (int column = j; column < Math.Min(j + 4, _data.Columns); column++)
            {
                TensorPrimitives.Multiply(_means.Weight[..count], _means.Column(column)[..count], _weighted[((column - j) * count)..]);
            }

            var left = GramTile.Columns.Take(_weighted, count, 0, _data.Columns - j, count);
            for (int k = 0; k <= j; k += 4)
            {
                GramTile.Multiply(left, GramTile.Columns.Take(_means.Columns, _means.Stride, k, _data.Columns, count), products);
                sums.Add(products, j, k, -1);
            }
        }
    }
}
