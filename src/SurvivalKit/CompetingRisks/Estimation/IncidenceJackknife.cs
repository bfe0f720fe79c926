using System.Buffers;

namespace SurvivalKit;

/// <summary>The infinitesimal jackknife variance of the incidence of a cause at all times of a group: the sum over clusters of the squared
/// influence of the cluster's weights on it (Therneau, survival vignette "methods"; R's <c>survfit</c> of several states).</summary>
/// <remarks>
/// An observation of weight w, at risk from a to b, changes the incidence F at t while it is at risk by w times the sum, over the times s
/// in (a, t], of (F(s) - F(s-)) (D(s-) - D(a) - 1/n(s)), where D is the sum of d / (n (n - d)): the change of log S, and that of the
/// denominator. From b on its change of log S is a constant g, and F changes by g (F(t) - F(b)). So the influence of a cluster is
/// level + slope F(t) + atRisk E(t), where E is the sum of (F(s) - F(s-)) (D(s-) - 1/n(s)), and level, slope and atRisk change only when a
/// member enters or leaves. The sum of squares is then one of six sums that each entry or exit changes: O(n) for the whole curve.
/// </remarks>
internal sealed class IncidenceJackknife
{
    private readonly double[] _level;
    private readonly double[] _slope;
    private readonly double[] _atRisk;

    // F, E and D since the influences were last restarted there, so that rounding errors stay relative to recent changes.
    private double _incidence;
    private double _exposure;
    private double _depth;
    private double _levels;
    private double _slopes;
    private double _weights;
    private double _levelSlopes;
    private double _levelWeights;
    private double _slopeWeights;
    private int _changes;

    private IncidenceJackknife(int clusters)
    {
        _level = new double[clusters];
        _slope = new double[clusters];
        _atRisk = new double[clusters];
    }

    /// <summary>The variance at each distinct time.</summary>
    /// <param name="group">The observations.</param>
    /// <param name="estimate">Their estimate.</param>
    /// <param name="cause">The place of the cause.</param>
    /// <param name="multiple">By what each step of the incidence counts, for the variance of a weighted sum of its steps; none: 1.</param>
    public static double[] Variance(SampleRows group, AalenJohansen estimate, int cause, double[]? multiple = null)
    {
        var jump = new double[estimate.Table.Time.Length];
        for (int at = 0; at < jump.Length; at++)
        {
            jump[at] = (multiple is null ? 1 : multiple[at]) * estimate.Before(at) / estimate.Table.AtRisk[at];
        }

        int[] causes = group.Sample.Response.CauseArray;
        return Variance(group, estimate.Table, HazardInfluence.OfProductLimit(estimate.Table), estimate.Events[cause], jump,
            row => causes[row] == cause + 1);
    }

    /// <summary>The variance at each distinct time of a sum of steps S(s-) d(s) / n(s), where S falls by the events of the group's sample
    /// and d are events of any kind, after which an observation may go on.</summary>
    /// <param name="group">The observations; its sample has the events by which S falls.</param>
    /// <param name="table">Their table.</param>
    /// <param name="survival">The influences on -log S.</param>
    /// <param name="events">The weight of the events that are summed at each time.</param>
    /// <param name="jump">What one of them adds to the sum at each time.</param>
    /// <param name="happens">Whether an observation ends with one of them.</param>
    public static double[] Variance(
        SampleRows group, RiskTable table, StepInfluence survival, double[] events, double[] jump, Func<int, bool> happens)
    {
        SurvivalSample sample = group.Sample;
        ReadOnlySpan<int> rows = group.Rows.Span;
        ReadOnlySpan<int> entrants = group.Entrants.Span;
        int[] places = ArrayPool<int>.Shared.Rent(sample.Count);
        double[] entered = entrants.IsEmpty ? [] : new double[sample.Count];
        var jackknife = new IncidenceJackknife(ClusterPlaces.Number(rows, sample.Clusters, places));
        foreach (int row in entrants.IsEmpty ? rows : [])
        {
            jackknife.Change(places[row], 0, 0, Weight(sample, row));
        }

        var variance = new double[table.Time.Length];
        double depth = 0;
        int at = 0;
        int entering = 0;
        foreach (RiskSet set in group.Rising)
        {
            for (; entering < set.Entered; entering++)
            {
                int row = entrants[entering];
                entered[row] = depth;
                jackknife.Enter(places[row], Weight(sample, row));
            }

            double n = table.AtRisk[at];
            double step = jump[at] * events[at];
            jackknife._incidence += step;
            jackknife._exposure += step * (jackknife._depth - (1 / n));
            depth += survival.Drift[at];
            jackknife._depth += survival.Drift[at];
            for (int leaving = set.First; leaving < set.End; leaving++)
            {
                int row = rows[leaving];
                double weight = Weight(sample, row);
                double own = sample.Event[row] ? survival.Jump[at] : 0;
                double since = entered.Length == 0 ? depth : depth - entered[row];
                jackknife.Leave(places[row], weight, weight * (since - own), since, happens(row) ? weight * jump[at] : 0);
            }

            variance[at++] = jackknife.SumOfSquares();
        }

        ArrayPool<int>.Shared.Return(places);
        return variance;
    }

    private static double Weight(SurvivalSample sample, int row) => sample.Weights.Length == 0 ? 1 : sample.Weights[row];

    // The influence of one who enters is 0: the slope makes up for D, and the level for slope and exposure.
    private void Enter(int cluster, double weight)
    {
        double slope = -weight * _depth;
        Change(cluster, -(slope * _incidence) - (weight * _exposure), slope, weight);
    }

    private void Leave(int cluster, double weight, double constant, double since, double jump)
    {
        double slope = constant - (weight * (since - _depth));
        Change(cluster, jump - (slope * _incidence) + (weight * _exposure), slope, -weight);
    }

    private void Change(int cluster, double level, double slope, double weight)
    {
        Count(cluster, -1);
        _level[cluster] += level;
        _slope[cluster] += slope;
        _atRisk[cluster] += weight;
        Count(cluster, 1);
        _changes++;
    }

    private void Count(int cluster, int sign)
    {
        (double level, double slope, double weight) = (_level[cluster], _slope[cluster], _atRisk[cluster]);
        _levels += sign * level * level;
        _slopes += sign * slope * slope;
        _weights += sign * weight * weight;
        _levelSlopes += sign * level * slope;
        _levelWeights += sign * level * weight;
        _slopeWeights += sign * slope * weight;
    }

    private double SumOfSquares()
    {
        if (++_changes >= _level.Length / 4)
        {
            Restart();
        }

        return Math.Max(0, _levels
            + (_incidence * _incidence * _slopes)
            + (_exposure * _exposure * _weights)
            + (2 * ((_incidence * _levelSlopes) + (_exposure * _levelWeights) + (_incidence * _exposure * _slopeWeights))));
    }

    private void Restart()
    {
        (_levels, _slopes, _weights, _levelSlopes, _levelWeights, _slopeWeights, _changes) = (0, 0, 0, 0, 0, 0, 0);
        for (int cluster = 0; cluster < _level.Length; cluster++)
        {
            _level[cluster] += (_slope[cluster] * _incidence) + (_atRisk[cluster] * _exposure);
            _slope[cluster] += _atRisk[cluster] * _depth;
            Count(cluster, 1);
        }

        (_incidence, _exposure, _depth) = (0, 0, 0);
    }
}
