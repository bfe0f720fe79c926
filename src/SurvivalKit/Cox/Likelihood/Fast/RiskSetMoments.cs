using System.Buffers;
using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Sums over event times and their risk sets: the differences of the events' covariates from their expectation (the score),
/// and the covariances of the covariates (the information), each time weighted by a multiplier.</summary>
/// <remarks>
/// With the cumulative hazard H_i of each row over its time at risk, and r_i its risk, the score is sum_i (w_i
/// d_i - r_i H_i) x_i, and the sum
/// of second moments over all events is sum_i r_i H_i x_i x_i': one weighted Gram matrix of the rows. The rest are the squared means,
/// another Gram matrix with one row per event time. Parts of the rows go to several threads and are added up in their order.
/// </remarks>
internal sealed class RiskSetMoments(CoxData data, CoxRisks risks, EventHazard hazard) : IEventMoments
{
    private readonly int _p = data.Columns;

    /// <summary>The hazards of the rows, as last computed.</summary>
    public RowHazards Hazards { get; } = new(data, hazard);

    public double[] Score { get; } = new double[data.Columns];

    /// <summary>Lower triangle.</summary>
    public double[,] Information { get; } = new double[data.Columns, data.Columns];

    /// <summary>Sums up.</summary>
    /// <param name="multiplier">The multiplier of each event time; empty: 1.</param>
    public void Set(double[] multiplier)
    {
        Array.Clear(Score);
        Array.Clear(Information);
        SumUp([Hazards.Set(multiplier)], [(Score, Information)]);
    }

    /// <summary>The score and the information (its lower triangle) for each of several lists of multipliers; the rows are read
    /// once.</summary>
    public (double[] Score, double[,] Information)[] Sums(params double[][] multipliers)
    {
        (double[], double[,])[] sums = Array.ConvertAll(multipliers, _ => (new double[_p], new double[_p, _p]));
        SumUp(Array.ConvertAll(multipliers, multiplier => new RowHazards(data, hazard).Set(multiplier)), sums);
        return sums;
    }

    private void SumUp(RowHazards[] hazards, (double[] Score, double[,] Information)[] totals)
    {
        int parts = RowBlocks.Parts(data.Rows);
        double[] running = StartSums(parts);
        double[][] lasting = OfLasting();
        var sums = new MomentSums[parts][];
        RowBlocks.ForEach(parts, data.Rows, part => sums[part] = Sum(part, hazards, lasting, running.AsSpan(part * _p, _p)));
        foreach (MomentSums[] part in sums)
        {
            for (int k = 0; k < part.Length; k++)
            {
                part[k].AddTo(totals[k].Score, totals[k].Information);
            }
        }
    }

    private double[][] OfLasting()
    {
        if (data.Lasting is not { } rows)
        {
            return [];
        }

        var columns = new double[_p][];
        RowBlocks.ForEach(_p, data.Rows, column => columns[column] = rows.Sums(risks.Risk, data.X[column]));
        return columns;
    }

    private MomentSums[] Sum(int part, RowHazards[] hazards, double[][] lasting, Span<double> running)
    {
        MomentSums[] sums = Array.ConvertAll(hazards, _ => new MomentSums(_p));
        int size = MomentWorker.ScratchSize(data);
        double[] scratch = ArrayPool<double>.Shared.Rent(size + MeansOfTimes.ScratchSize(data));
        var means = new MeansOfTimes(data, risks, hazard, lasting, running, scratch.AsSpan(size));
        new MomentWorker(data, risks.Risk, hazards, means, sums, scratch).Run(part);
        ArrayPool<double>.Shared.Return(scratch);
        return sums;
    }

    // The sums of risk times covariate over the risk set where each part begins, within the stratum that continues there.
    private double[] StartSums(int parts)
    {
        double[] changes = (double[])risks.ColumnSums.Clone();
        if (data.Start.Length > 0)
        {
            RowBlocks.ForEach(parts - 1, data.Rows, part => TakeEntries(part, changes.AsSpan(part * _p, _p)));
        }

        var starts = new double[parts * _p];
        for (int part = 1; part < parts; part++)
        {
            (int from, int to) = RowBlocks.Rows(part - 1, data.Rows);
            int stratum = data.StratumOf(to - 1);
            for (int j = 0; j < _p && to < data.StratumStarts[stratum + 1]; j++)
            {
                int before = ((part - 1) * _p) + j;
                starts[(part * _p) + j] = changes[before] + (data.StratumStarts[stratum] < from ? starts[before] : 0);
            }
        }

        return starts;
    }

    // Subtracts the rows that are not yet at risk at the event times of a part, in the stratum in which it ends.
    private void TakeEntries(int part, Span<double> sums)
    {
        EventTimes events = data.Events;
        (int from, int to) = RowBlocks.Rows(part, data.Rows);
        int stratum = data.StratumOf(to - 1);
        int first = Math.Max(events.After(from), events.StratumStarts[stratum]);
        int end = events.After(to);
        if (end > first)
        {
            int entry = first == events.StratumStarts[stratum] ? data.StratumStarts[stratum] : events.EntryEnd[first - 1];
            int count = events.EntryEnd[end - 1] - entry;
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] -= TensorPrimitives.Dot<double>(risks.EntryRisk.AsSpan(entry, count), data.EntryX[j].AsSpan(entry, count));
            }
        }
    }
}
