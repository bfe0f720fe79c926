namespace SurvivalKit;

/// <summary>The Aalen-Johansen estimate of the probability of each state (Aalen and Johansen 1978): p(t) = p(t-) (I + A), where A has the
/// transitions from each state divided by those at risk in it; with errors of the infinitesimal jackknife (R's <c>survfit</c> of several
/// states).</summary>
/// <remarks>The derivative of p(t) by the weight of one in state j is that of p(t-) times I + A, plus p_j(t-) / n_j times the row of its
/// own transition minus row j of A. Where the first states are an estimate too, its derivative starts from that of their shares.</remarks>
internal sealed class StateEstimate
{
    private readonly StateGroup _group;
    private readonly int _states;
    private readonly double[] _atRisk;
    private readonly int[] _rowsAtRisk;
    private readonly double[] _influence;
    private readonly double[] _area;
    private readonly double[] _weight;

    private readonly bool _hasErrors;

    private StateEstimate(StateGroup group, bool hasErrors, bool needsArea)
    {
        _hasErrors = hasErrors;
        _group = group;
        _states = group.States;
        _atRisk = new double[_states];
        _rowsAtRisk = new int[_states];
        int units = !hasErrors || group.Units.Count == 0 ? 0 : group.Units.Values.Max() + 1;
        _influence = new double[units * _states];
        _area = new double[needsArea ? units * _states : 0];
        _weight = new double[units * _states];
        int times = group.Time.Length;
        Initial = new double[_states];
        Probability = Lists(times);
        Variance = Lists(times);
        AtRisk = Lists(times);
        Entries = Lists(times);
        Censored = Lists(times);
        Area = new double[_states];
        AreaVariance = new double[_states];
    }

    /// <summary>The probability of each state at the start.</summary>
    public double[] Initial { get; }

    /// <summary>For each state its probability at each time.</summary>
    public double[][] Probability { get; }

    /// <summary>The variance of the probability.</summary>
    public double[][] Variance { get; }

    /// <summary>The weight at risk in each state just before each time.</summary>
    public double[][] AtRisk { get; }

    /// <summary>The weight of the transitions into each state.</summary>
    public double[][] Entries { get; }

    /// <summary>The weight of those censored in each state.</summary>
    public double[][] Censored { get; }

    /// <summary>The area under the probability of each state up to the horizon.</summary>
    public double[] Area { get; }

    /// <summary>The variance of the area.</summary>
    public double[] AreaVariance { get; }

    /// <summary>Estimates.</summary>
    /// <param name="group">The rows.</param>
    /// <param name="startState">The state in which all start; -1: those of the rows.</param>
    /// <param name="hasErrors">Whether errors are computed.</param>
    /// <param name="area">The time from which, and that to which, areas are taken; null: none.</param>
    public static StateEstimate Of(StateGroup group, int startState, bool hasErrors, (double From, double To)? area = null)
    {
        var estimate = new StateEstimate(group, hasErrors, area is not null);
        estimate.SetInitial(startState);
        estimate.Sweep(area);
        return estimate;
    }

    private double[][] Lists(int times) => [.. Enumerable.Range(0, _states).Select(_ => new double[times])];

    // As R: the states of those at risk at the first transition.
    private void SetInitial(int startState)
    {
        if (startState >= 0)
        {
            Initial[startState] = 1;
            return;
        }

        int first = Array.Find(_group.ByStop, row => _group.To(row) >= 0);
        bool moves = _group.ByStop.Length > 0 && _group.To(first) >= 0;
        double time = moves ? _group.Stop(first) : _group.Time[^1];
        double total = 0;
        var rows = _group.ByStop.Where(row => _group.IsAtRisk(row, time)).ToList();
        foreach (int row in rows)
        {
            Initial[_group.From(row)] += _group.Weight(row);
            total += _group.Weight(row);
        }

        for (int j = 0; j < _states; j++)
        {
            Initial[j] /= total;
        }

        if (_hasErrors && Array.TrueForAll(Initial, share => share < 1))
        {
            foreach (int row in rows)
            {
                for (int j = 0; j < _states; j++)
                {
                    _influence[(_group.Units[row] * _states) + j] +=
                        _group.Weight(row) * ((_group.From(row) == j ? 1 : 0) - Initial[j]) / total;
                }
            }
        }
    }

    private void Sweep((double From, double To)? area)
    {
        double[] now = [.. Initial];
        var transitions = new double[_states, _states];
        var leaving = new int[_states];
        int entering = 0;
        int ending = 0;
        double reached = area?.From ?? 0;
        for (int i = 0; i < _group.Time.Length; i++)
        {
            double time = _group.Time[i];
            if (area is { } span)
            {
                AddArea(now, Math.Clamp(time, span.From, span.To) - reached);
                reached = Math.Clamp(time, span.From, span.To);
            }

            for (; entering < _group.ByStart.Length
                && (_group.StartsAtOrigin || _group.Start(_group.ByStart[entering]) < time); entering++)
            {
                Change(_group.ByStart[entering], 1);
            }

            // Rows that ended in between went on in others, or had no transition.
            for (; ending < _group.ByStop.Length && _group.Stop(_group.ByStop[ending]) < time; ending++)
            {
                Change(_group.ByStop[ending], -1);
            }

            Array.Clear(transitions);
            Array.Clear(leaving);
            int end = ending;
            bool moves = false;
            for (; end < _group.ByStop.Length && _group.Stop(_group.ByStop[end]) == time; end++)
            {
                int row = _group.ByStop[end];
                double weight = _group.Weight(row);
                if (_group.To(row) >= 0)
                {
                    transitions[_group.From(row), _group.To(row)] += weight;
                    Entries[_group.To(row)][i] += weight;
                    leaving[_group.From(row)]++;
                    moves |= _group.To(row) != _group.From(row);
                }
                else
                {
                    Censored[_group.From(row)][i] += _group.IsCensored(row) ? weight : 0;
                }
            }

            for (int j = 0; j < _states; j++)
            {
                // Where all at risk in a state leave it nobody stays there, whatever the rounding of sums of weights.
                double moving = Enumerable.Range(0, _states).Sum(k => transitions[j, k]);
                AtRisk[j][i] = _rowsAtRisk[j] == 0 ? 0 : _rowsAtRisk[j] == leaving[j] ? moving : _atRisk[j];
            }

            if (moves)
            {
                Move(now, transitions, i, ending, end);
            }

            for (; ending < end; ending++)
            {
                Change(_group.ByStop[ending], -1);
            }

            for (int j = 0; j < _states; j++)
            {
                Probability[j][i] = now[j];
                Variance[j][i] = i > 0 && !moves ? Variance[j][i - 1] : SumOfSquares(_influence, j);
            }
        }

        if (area is { } whole)
        {
            AddArea(now, whole.To - reached);
            for (int j = 0; j < _states; j++)
            {
                AreaVariance[j] = SumOfSquares(_area, j);
            }
        }
    }

    // One step of the product integral, and of the influences.
    private void Move(double[] now, double[,] transitions, int i, int first, int end)
    {
        var shares = new double[_states, _states];
        for (int j = 0; j < _states; j++)
        {
            for (int k = 0; k < _states; k++)
            {
                if (j != k && transitions[j, k] > 0)
                {
                    shares[j, k] = transitions[j, k] / AtRisk[j][i];
                    shares[j, j] -= shares[j, k];
                }
            }
        }

        var before = new double[_states];
        for (int unit = 0; unit < _weight.Length; unit += _states)
        {
            Span<double> own = _influence.AsSpan(unit, _states);
            own.CopyTo(before);
            for (int j = 0; j < _states; j++)
            {
                double factor = before[j] - (_weight[unit + j] > 0 ? now[j] / AtRisk[j][i] * _weight[unit + j] : 0);
                for (int k = 0; factor != 0 && k < _states; k++)
                {
                    own[k] += factor * shares[j, k];
                }
            }
        }

        for (int place = _hasErrors ? first : end; place < end; place++)
        {
            int row = _group.ByStop[place];
            (int from, int to) = (_group.From(row), _group.To(row));
            if (to >= 0 && to != from)
            {
                int unit = _group.Units[row] * _states;
                double step = _group.Weight(row) * now[from] / AtRisk[from][i];
                _influence[unit + to] += step;
                _influence[unit + from] -= step;
            }
        }

        now.CopyTo(before, 0);
        for (int j = 0; j < _states; j++)
        {
            for (int k = 0; k < _states; k++)
            {
                now[k] += before[j] * shares[j, k];
            }
        }

        for (int j = 0; j < _states; j++)
        {
            // All leave: 1 - d/n is exactly 0, where nobody comes.
            now[j] = Math.Abs(now[j]) < 1e-15 ? 0 : now[j];
        }
    }

    private void Change(int row, int sign)
    {
        int state = _group.From(row);
        _atRisk[state] += sign * _group.Weight(row);
        _rowsAtRisk[state] += sign;
        if (!_hasErrors)
        {
            return;
        }

        int place = (_group.Units[row] * _states) + state;
        _weight[place] += sign * _group.Weight(row);
        _weight[place] = Math.Abs(_weight[place]) < 1e-12 ? 0 : _weight[place];
    }

    private void AddArea(double[] now, double length)
    {
        for (int j = 0; j < _states; j++)
        {
            Area[j] += length * now[j];
        }

        for (int place = 0; place < _area.Length; place++)
        {
            _area[place] += length * _influence[place];
        }
    }

    private double SumOfSquares(double[] influence, int state)
    {
        double sum = _hasErrors ? 0 : double.NaN;
        for (int place = state; place < influence.Length; place += _states)
        {
            sum += influence[place] * influence[place];
        }

        return sum;
    }
}
