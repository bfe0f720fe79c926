namespace SurvivalKit;

/// <summary>Counts concordant pairs in O(n log n) with a Fenwick tree over the ranks of the predictors.</summary>
/// <remarks>
/// A pair is comparable when one had the event while the other was at risk and stayed longer (or was censored at that very time).
/// The standard error is the infinitesimal jackknife over each observation's share in the pairs, as R's <c>concordance</c>.
/// </remarks>
internal sealed class ConcordanceCount
{
    private readonly CoxData _data;
    private readonly int[] _rank;
    private readonly FenwickTree _tree;

    // For each sorted row: the weight of its pairs in which the higher risk failed first, later, and with equal risks.
    private readonly double[] _concordant;
    private readonly double[] _discordant;
    private readonly double[] _tied;

    private ConcordanceCount(CoxData data, double[] predictor)
    {
        _data = data;
        double[] distinct = [.. predictor.Distinct().Order()];
        _rank = Array.ConvertAll(predictor, value => Array.BinarySearch(distinct, value));
        _tree = new FenwickTree(distinct.Length);
        _concordant = new double[data.Rows];
        _discordant = new double[data.Rows];
        _tied = new double[data.Rows];
    }

    public static ConcordanceIndex Of(CoxData data, double[] predictor, RowGroups? clusters = null)
    {
        var count = new ConcordanceCount(data, predictor);
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int from = data.StratumStarts[s];
            int to = data.StratumStarts[s + 1];
            count.ForEvents(from, to);
            count.ForOthers(from, to);
        }

        return count.Index(clusters);
    }

    // From the last time to the first: each event against those still at risk.
    private void ForEvents(int from, int to)
    {
        _tree.Clear();
        int entry = from;
        for (int i = from; i < to;)
        {
            double time = _data.Time[i];
            int next = i;
            for (; next < to && _data.Time[next] == time; next++)
            {
                if (!_data.IsEvent[next])
                {
                    _tree.Add(_rank[next], _data.Weight[next]);
                }
            }

            for (; _data.Start.Length > 0 && entry < to && _data.Start[_data.EntryOrder[entry]] >= time; entry++)
            {
                int late = _data.EntryOrder[entry];
                _tree.Add(_rank[late], -_data.Weight[late]);
            }

            for (int k = i; k < next; k++)
            {
                if (_data.IsEvent[k])
                {
                    double below = _tree.SumBelow(_rank[k]);
                    double equal = _tree.At(_rank[k]);
                    _concordant[k] += below;
                    _tied[k] += equal;
                    _discordant[k] += _tree.Total - below - equal;
                }
            }

            for (int k = i; k < next; k++)
            {
                if (_data.IsEvent[k])
                {
                    _tree.Add(_rank[k], _data.Weight[k]);
                }
            }

            i = next;
        }
    }

    // From the first time to the last: each observation against the events during its time at risk.
    private void ForOthers(int from, int to)
    {
        _tree.Clear();
        for (int i = to - 1, entry = to - 1; i >= from;)
        {
            double time = _data.Time[i];

            // Who enters here or before: the events up to the entry are not its pairs.
            for (; _data.Start.Length > 0 && entry >= from && _data.Start[_data.EntryOrder[entry]] < time; entry--)
            {
                Share(_data.EntryOrder[entry], -1);
            }

            int next = i;
            for (; next >= from && _data.Time[next] == time; next--)
            {
                if (_data.IsEvent[next])
                {
                    Share(next, 1);
                }
            }

            for (int k = i; k > next; k--)
            {
                if (_data.IsEvent[k])
                {
                    _tree.Add(_rank[k], _data.Weight[k]);
                }
            }

            for (int k = i; k > next; k--)
            {
                if (!_data.IsEvent[k])
                {
                    Share(k, 1);
                }
            }

            i = next;
        }
    }

    // Adds to a row its pairs with the events in the tree: concordant where the event had the higher risk.
    private void Share(int row, int sign)
    {
        double below = _tree.SumBelow(_rank[row]);
        double equal = _tree.At(_rank[row]);
        _discordant[row] += sign * below;
        _tied[row] += sign * equal;
        _concordant[row] += sign * (_tree.Total - below - equal);
    }

    private ConcordanceIndex Index(RowGroups? clusters)
    {
        double concordant = 0;
        double discordant = 0;
        double pairs = 0;
        for (int i = 0; i < _data.Rows; i++)
        {
            // Every pair was counted from both sides.
            concordant += _data.Weight[i] * _concordant[i] / 2;
            discordant += _data.Weight[i] * _discordant[i] / 2;
            pairs += _data.Weight[i] * (_concordant[i] + _discordant[i] + _tied[i]) / 2;
        }

        if (pairs <= 0)
        {
            return new ConcordanceIndex(double.NaN, double.NaN);
        }

        double somers = (concordant - discordant) / pairs;
        var influence = new double[_data.Rows];
        for (int i = 0; i < _data.Rows; i++)
        {
            double all = _concordant[i] + _discordant[i] + _tied[i];
            influence[_data.Order[i]] = _data.Weight[i] * (_concordant[i] - _discordant[i] - (somers * all)) / pairs;
        }

        influence = clusters?.Sums(influence) ?? influence;
        double variance = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(influence);

        return new ConcordanceIndex((somers + 1) / 2, Math.Sqrt(variance) / 2);
    }
}
