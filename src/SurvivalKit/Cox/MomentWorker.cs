using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Goes through one part of the rows, block after block, for <see cref="RiskSetMoments"/>.</summary>
internal ref struct MomentWorker
{
    private readonly CoxData _data;
    private readonly double[] _risk;
    private readonly RowHazards _hazards;
    private readonly MeansOfTimes _means;
    private readonly MomentSums _sums;
    private readonly int _block;
    private readonly Span<double> _expected;
    private readonly Span<double> _weighted;

    /// <param name="data">The rows.</param>
    /// <param name="risk">Their risks.</param>
    /// <param name="hazards">The hazard that each row has been exposed to.</param>
    /// <param name="means">The risk sets' means, block after block.</param>
    /// <param name="sums">Where the sums go.</param>
    /// <param name="scratch">Room for <see cref="ScratchSize"/> numbers.</param>
    public MomentWorker(CoxData data, double[] risk, RowHazards hazards, MeansOfTimes means, MomentSums sums, Span<double> scratch)
    {
        _data = data;
        _risk = risk;
        _hazards = hazards;
        _means = means;
        _sums = sums;
        _block = RowBlocks.LengthOfBlock(data.Rows);
        _expected = scratch[.._block];
        _weighted = scratch[_block..];
    }

    public static int ScratchSize(CoxData data) => RowBlocks.LengthOfBlock(data.Rows) * (1 + (2 * (data.Columns + 1)));

    /// <summary>Adds up the part.</summary>
    /// <param name="part">The part.</param>
    public void Run(int part)
    {
        (int from, int to) = RowBlocks.Rows(part, _data.Rows);
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int end = Math.Min(to, i + RowBlocks.Block);
            AddRows(i, end);
            AddMeans(_means.Next(i, end));
        }
    }

    // Left of the product: each column times what is expected of its rows, and last the residuals, which make the score.
    private readonly void AddRows(int from, int to)
    {
        int length = to - from;
        Span<double> expected = _expected[..length];
        _hazards.Fill(from, to, _risk, expected, _weighted.Slice(_data.Columns * _block, length));
        for (int j = 0; j < _data.Columns; j++)
        {
            TensorPrimitives.Multiply(expected, _data.X[j].AsSpan(from, length), _weighted.Slice(j * _block, length));
        }

        Span<double> products = stackalloc double[16];
        for (int j = 0; j <= _data.Columns; j += 4)
        {
            GramTile.Columns left = FourOf(_weighted, _block, j, _data.Columns, length);
            for (int k = 0; k < _data.Columns && k <= j + 3; k += 4)
            {
                int last = _data.Columns - 1;
                double[][] x = _data.X;
                GramTile.Multiply(
                    left,
                    new(x[k].AsSpan(from, length), x[Math.Min(k + 1, last)].AsSpan(from, length), x[Math.Min(k + 2, last)].AsSpan(from, length), x[Math.Min(k + 3, last)].AsSpan(from, length)),
                    products);
                _sums.Add(products, j, k, _data.Columns + 1, 1);
            }
        }
    }

    private readonly void AddMeans(int count)
    {
        for (int j = 0; j < _data.Columns; j++)
        {
            TensorPrimitives.Multiply(_means.Weight[..count], _means.Column(j)[..count], _weighted.Slice(j * 2 * _block, count));
        }

        Span<double> products = stackalloc double[16];
        for (int j = 0; j < _data.Columns; j += 4)
        {
            GramTile.Columns left = FourOf(_weighted, 2 * _block, j, _data.Columns - 1, count);
            for (int k = 0; k <= j; k += 4)
            {
                GramTile.Multiply(left, FourOf(_means.Columns, 2 * _block, k, _data.Columns - 1, count), products);
                _sums.Add(products, j, k, _data.Columns, -1);
            }
        }
    }

    // Four neighbouring columns of a scratch space; the last one stands for those that are not there.
    private static GramTile.Columns FourOf(Span<double> columns, int stride, int column, int last, int length) => new(
        columns.Slice(column * stride, length),
        columns.Slice(Math.Min(column + 1, last) * stride, length),
        columns.Slice(Math.Min(column + 2, last) * stride, length),
        columns.Slice(Math.Min(column + 3, last) * stride, length));
}
