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
    private readonly Span<double> _atRisk;
    private readonly Span<double> _residual;
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
        int block = RowBlocks.LengthOfBlock(data.Rows);
        _atRisk = scratch[..block];
        _residual = scratch.Slice(block, block);
        _weighted = scratch.Slice(2 * block, 2 * block);
    }

    public static int ScratchSize(CoxData data) => 4 * RowBlocks.LengthOfBlock(data.Rows);

    /// <summary>Adds up the part.</summary>
    /// <param name="part">The part.</param>
    public void Run(int part)
    {
        (int from, int to) = RowBlocks.Rows(part, _data.Rows);
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int end = Math.Min(to, i + RowBlocks.Block);
            _hazards.Fill(i, end, _risk, _atRisk, _residual);
            AddRows(i, end - i);
            AddMeans(_means.Next(i, end));
        }
    }

    private readonly void AddRows(int from, int length)
    {
        ReadOnlySpan<double> atRisk = _atRisk[..length];
        ReadOnlySpan<double> residual = _residual[..length];
        Span<double> weighted = _weighted[..length];
        for (int j = 0, at = 0; j < _data.Columns; j++)
        {
            ReadOnlySpan<double> x = _data.X[j].AsSpan(from, length);
            _sums.Score[j] += TensorPrimitives.Dot(residual, x);
            TensorPrimitives.Multiply(atRisk, x, weighted);
            for (int k = 0; k <= j; k++, at++)
            {
                _sums.Information[at] += TensorPrimitives.Dot(weighted, _data.X[k].AsSpan(from, length));
            }
        }
    }

    private readonly void AddMeans(int count)
    {
        if (count == 0)
        {
            return;
        }

        Span<double> weighted = _weighted[..count];
        for (int j = 0, at = 0; j < _data.Columns; j++)
        {
            TensorPrimitives.Multiply(_means.Weight[..count], _means.Column(j)[..count], weighted);
            for (int k = 0; k <= j; k++, at++)
            {
                _sums.Information[at] -= TensorPrimitives.Dot(weighted, _means.Column(k)[..count]);
            }
        }
    }
}
