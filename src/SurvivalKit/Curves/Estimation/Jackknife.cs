using System.Buffers;

namespace SurvivalKit;

/// <summary>The infinitesimal jackknife variance of a sum of steps, at all times of a curve: the sum over clusters of the squared influence
/// of the cluster's weights on the sum (Therneau, survival vignette "methods"; R's <c>survfit(robust = TRUE)</c>).</summary>
/// <remarks>At time t a cluster with weight W at risk has the influence G - A(t) W, where A is the drift so far and G changes only when a
/// member enters or leaves. So the sum of squares is S(G^2) - 2 A S(G W) + A^2 S(W^2), and each entry or exit changes one cluster's part of
/// the three sums: O(n) for the whole curve, not O(times x clusters).</remarks>
internal sealed class Jackknife
{
    private readonly double[] _influence;
    private readonly double[] _atRisk;
    private double _drift;
    private double _squares;
    private double _products;
    private double _weightSquares;
    private int _changes;

    private Jackknife(int clusters)
    {
        _influence = new double[clusters];
        _atRisk = new double[clusters];
    }

    /// <summary>The variance at each distinct time of the table.</summary>
    public static double[] Variance(SampleRows group, RiskTable table, StepInfluence steps)
    {
        SurvivalSample data = group.Sample;
        ReadOnlySpan<int> rows = group.Rows.Span;
        ReadOnlySpan<int> entrants = group.Entrants.Span;
        int[] places = ArrayPool<int>.Shared.Rent(data.Event.Length);
        var jackknife = new Jackknife(ClusterPlaces.Number(rows, data.Clusters, places));
        if (entrants.IsEmpty)
        {
            foreach (int row in rows)
            {
                jackknife.Change(places[row], 0, Weight(data, row));
            }
        }

        var variance = new double[table.Time.Length];
        int at = 0;
        int entering = 0;
        foreach (RiskSet set in group.Rising)
        {
            for (; entering < set.Entered; entering++)
            {
                double weight = Weight(data, entrants[entering]);
                jackknife.Change(places[entrants[entering]], weight * jackknife._drift, weight);
            }

            jackknife._drift += steps.Drift[at];
            for (int leaving = set.First; leaving < set.End; leaving++)
            {
                int row = rows[leaving];
                double weight = Weight(data, row);
                double jump = data.Event[row] ? steps.Jump[at] : 0;
                jackknife.Change(places[row], weight * (jump - jackknife._drift), -weight);
            }

            variance[at++] = jackknife.SumOfSquares();
        }

        ArrayPool<int>.Shared.Return(places);
        return variance;
    }

    private static double Weight(SurvivalSample data, int row) => data.Weights.Length == 0 ? 1 : data.Weights[row];

    private void Change(int cluster, double influence, double weight)
    {
        double before = _influence[cluster];
        double weightBefore = _atRisk[cluster];
        double after = _influence[cluster] = before + influence;
        double weightAfter = _atRisk[cluster] = weightBefore + weight;
        _squares += influence * (before + after);
        _products += (after * weightAfter) - (before * weightBefore);
        _weightSquares += weight * (weightBefore + weightAfter);
        _changes++;
    }

    private double SumOfSquares()
    {
        // Before rounding errors accumulate or A becomes large relative to the rest, the influences are restarted here with A = 0.
        if (++_changes >= _influence.Length / 4)
        {
            Rebase();
        }

        return Math.Max(0, _squares - (2 * _drift * _products) + (_drift * _drift * _weightSquares));
    }

    private void Rebase()
    {
        (_squares, _products, _weightSquares, _changes) = (0, 0, 0, 0);
        for (int cluster = 0; cluster < _influence.Length; cluster++)
        {
            double weight = _atRisk[cluster];
            double influence = _influence[cluster] -= _drift * weight;
            _squares += influence * influence;
            _products += influence * weight;
            _weightSquares += weight * weight;
        }

        _drift = 0;
    }
}
