namespace SurvivalKit;

/// <summary>Visits the sorted rows and counts the comparable pairs of each.</summary>
/// <param name="data">The sorted rows.</param>
/// <param name="ranks">The rank of each row's predictor in its stratum.</param>
/// <param name="shares">Receives each row's pairs.</param>
/// <param name="eventWeights">The weight of the pairs of each row that is an event; null: 1.</param>
internal sealed class ConcordanceWalk(CoxData data, int[] ranks, ConcordanceShares shares, double[]? eventWeights = null)
{
    private readonly FenwickTree _tree = new();

    /// <summary>From the last time to the first: each event against those still at risk.</summary>
    public void ForEvents()
    {
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            ForEvents(data.StratumStarts[s], data.StratumStarts[s + 1]);
        }
    }

    /// <summary>From the first time to the last: each observation against the events during its time at risk.</summary>
    public void ForOthers()
    {
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            ForOthers(data.StratumStarts[s], data.StratumStarts[s + 1]);
        }
    }

    private void ForEvents(int from, int to)
    {
        _tree.Reset(to - from);
        int entry = from;
        for (int i = from; i < to;)
        {
            // Of the rows with the same time, events come first.
            double time = data.Time[i];
            int others = i;
            for (; others < to && data.Time[others] == time && data.IsEvent[others]; others++)
            {
            }

            int next = others;
            for (; next < to && data.Time[next] == time; next++)
            {
                _tree.Add(ranks[next], data.Weight[next]);
            }

            for (; data.Start.Length > 0 && entry < to && data.Start[data.EntryOrder[entry]] >= time; entry++)
            {
                int late = data.EntryOrder[entry];
                _tree.Add(ranks[late], -data.Weight[late]);
            }

            for (int k = i; k < others; k++)
            {
                (double below, double equal) = _tree.BelowAndAt(ranks[k]);
                double weight = eventWeights?[k] ?? 1;
                shares.Difference[k] = weight * ((2 * below) + equal - _tree.Total);
                shares.Pairs[k] = weight * _tree.Total;
            }

            for (int k = i; k < others; k++)
            {
                _tree.Add(ranks[k], data.Weight[k]);
            }

            i = next;
        }
    }

    private void ForOthers(int from, int to)
    {
        _tree.Reset(to - from);
        for (int i = to - 1, entry = to - 1; i >= from;)
        {
            double time = data.Time[i];

            // Rows that enter at or before this time: events up to their entry are not comparable with them.
            for (; data.Start.Length > 0 && entry >= from && data.Start[data.EntryOrder[entry]] < time; entry--)
            {
                Share(data.EntryOrder[entry], -1);
            }

            int next = i;
            int events = 0;
            for (; next >= from && data.Time[next] == time; next--)
            {
                events += data.IsEvent[next] ? 1 : 0;
            }

            for (int k = next + 1; k <= next + events; k++)
            {
                Share(k, 1);
            }

            for (int k = next + 1; k <= next + events; k++)
            {
                _tree.Add(ranks[k], data.Weight[k] * (eventWeights?[k] ?? 1));
            }

            for (int k = next + events + 1; k <= i; k++)
            {
                Share(k, 1);
            }

            i = next;
        }
    }

    // Adds to a row its pairs with the events in the tree: concordant where the event had the higher risk.
    private void Share(int row, int sign)
    {
        (double below, double equal) = _tree.BelowAndAt(ranks[row]);
        shares.Difference[row] += sign * (_tree.Total - equal - (2 * below));
        shares.Pairs[row] += sign * _tree.Total;
    }
}
