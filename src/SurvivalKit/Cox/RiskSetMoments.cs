using System.Buffers;

namespace SurvivalKit;

/// <summary>Sums over event times of what their risk sets say: the differences of the events' covariates from their expectation (the score),
/// and the covariances of the covariates (the information), each time counted with a multiplier.</summary>
/// <remarks>
/// With the cumulative hazard H_i of each row over its time at risk, and r_i its risk, the score is sum_i (w_i d_i - r_i H_i) x_i, and the sum
/// of second moments over all events is sum_i r_i H_i x_i x_i': one weighted Gram matrix of the rows. What is left are the squared means,
/// another Gram matrix with a row an event time. Parts of the rows go to several threads and are added up in their order.
/// </remarks>
internal sealed class RiskSetMoments(CoxData data, CoxRisks risks, EventHazard hazard)
{
    private readonly int _p = data.Columns;

    public double[] Score { get; } = new double[data.Columns];

    /// <summary>Lower triangle.</summary>
    public double[,] Information { get; } = new double[data.Columns, data.Columns];

    /// <summary>Sums up.</summary>
    /// <param name="multiplier">What each event time counts; empty: 1.</param>
    public void Set(double[] multiplier)
    {
        var hazards = new RowHazards(data, hazard, multiplier);
        int parts = RowBlocks.Parts(data.Rows);
        double[] running = StartSums(parts);
        var sums = new MomentSums[parts];
        RowBlocks.ForEach(parts, data.Rows, part => sums[part] = Sum(part, hazards, multiplier, running.AsSpan(part * _p, _p)));
        Array.Clear(Score);
        Array.Clear(Information);
        foreach (MomentSums part in sums)
        {
            part.AddTo(Score, Information);
        }
    }

    private MomentSums Sum(int part, RowHazards hazards, double[] multiplier, Span<double> running)
    {
        var sums = new MomentSums(_p);
        int size = MomentWorker.ScratchSize(data);
        double[] scratch = ArrayPool<double>.Shared.Rent(size + MeansOfTimes.ScratchSize(data));
        int[] places = ArrayPool<int>.Shared.Rent(RowBlocks.Block);
        var means = new MeansOfTimes(data, risks.Risk, hazard, multiplier, running, scratch.AsSpan(size), places);
        new MomentWorker(data, risks.Risk, hazards, means, sums, scratch).Run(part);
        ArrayPool<double>.Shared.Return(scratch);
        ArrayPool<int>.Shared.Return(places);
        return sums;
    }

    // The sum of risk times covariate over those at risk where each part begins, within the stratum that goes on there.
    private double[] StartSums(int parts)
    {
        var starts = new double[parts * _p];
        for (int part = 1; part < parts; part++)
        {
            (int from, int to) = RowBlocks.Rows(part - 1, data.Rows);
            if (Array.BinarySearch(data.StratumStarts, to) >= 0)
            {
                continue;
            }

            int stratum = StratumOf(to - 1);
            bool goesOn = data.StratumStarts[stratum] < from;
            Span<double> start = starts.AsSpan(part * _p, _p);
            risks.ColumnSums.AsSpan((part - 1) * _p, _p).CopyTo(start);
            for (int j = 0; j < _p && goesOn; j++)
            {
                start[j] += starts[((part - 1) * _p) + j];
            }

            TakeEntries(stratum, from, to, start);
        }

        return starts;
    }

    // Takes away those who are not yet at risk at the event times that belong to a part.
    private void TakeEntries(int stratum, int from, int to, Span<double> sums)
    {
        if (data.Start.Length == 0)
        {
            return;
        }

        EventTimes events = data.Events;
        (int first, int last) = (RowHazards.TimeAfter(events, from), RowHazards.TimeAfter(events, to));
        first = Math.Max(first, events.StratumStarts[stratum]);
        int entry = first == events.StratumStarts[stratum] ? data.StratumStarts[stratum] : events.EntryEnd[first - 1];
        for (int end = last > first ? events.EntryEnd[last - 1] : entry; entry < end; entry++)
        {
            int row = data.EntryOrder[entry];
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] -= risks.Risk[row] * data.X[j][row];
            }
        }
    }

    private int StratumOf(int row)
    {
        int at = Array.BinarySearch(data.StratumStarts, row);
        return at >= 0 ? at : ~at - 1;
    }
}
