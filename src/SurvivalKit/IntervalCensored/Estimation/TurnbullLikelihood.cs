namespace SurvivalKit;

/// <summary>The log-likelihood of masses p in the innermost intervals, sum w log P with P the mass that an observation covers, less the
/// weight of all times the sum of p, so that the masses of its maximum sum to 1 by themselves.</summary>
internal sealed class TurnbullLikelihood
{
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly double[] _weight;
    private readonly double[] _sums;
    private readonly double[] _steps;

    /// <param name="intervals">The intervals.</param>
    /// <param name="weights">The weight of each observation.</param>
    public TurnbullLikelihood(InnermostIntervals intervals, ReadOnlySpan<double> weights)
    {
        // Observations that cover the same intervals are one.
        var places = new Dictionary<(int First, int Last), int>();
        var pooled = new List<double>();
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                (int, int) key = (intervals.First[i], intervals.Last[i]);
                if (places.TryAdd(key, pooled.Count))
                {
                    pooled.Add(0);
                }

                pooled[places[key]] += weights[i];
            }
        }

        _weight = [.. pooled];
        _first = [.. places.Keys.Select(key => key.First)];
        _last = [.. places.Keys.Select(key => key.Last)];
        Intervals = intervals.Count;
        Total = _weight.Sum();
        _sums = new double[Intervals + 1];
        _steps = new double[Intervals + 1];
        Mass = new double[_weight.Length];
    }

    /// <summary>The number of masses.</summary>
    public int Intervals { get; }

    /// <summary>The sum of the weights.</summary>
    public double Total { get; }

    /// <summary>The mass that each distinct observation covers, of the last evaluation.</summary>
    public double[] Mass { get; }

    /// <summary>The value at some masses; minus infinity where an observation has none.</summary>
    public double Evaluate(ReadOnlySpan<double> p)
    {
        Cover(p, Mass);
        double value = -Total * _sums[^1];
        for (int i = 0; i < Mass.Length; i++)
        {
            if (Mass[i] <= 0)
            {
                return double.NegativeInfinity;
            }

            value += _weight[i] * Math.Log(Mass[i]);
        }

        return value;
    }

    /// <summary>The derivatives by the masses at the last evaluation.</summary>
    public void Gradient(Span<double> gradient)
    {
        Spread(gradient, i => _weight[i] / Mass[i]);
        for (int j = 0; j < gradient.Length; j++)
        {
            gradient[j] -= Total;
        }
    }

    /// <summary>The negative second derivatives at the last evaluation times a vector.</summary>
    public void Curvature(ReadOnlySpan<double> direction, Span<double> product, double[] covered)
    {
        Cover(direction, covered);
        Spread(product, i => _weight[i] * covered[i] / (Mass[i] * Mass[i]));
    }

    /// <summary>The diagonal of the negative second derivatives.</summary>
    public void Diagonal(Span<double> diagonal) => Spread(diagonal, i => _weight[i] / (Mass[i] * Mass[i]));

    /// <summary>The negative second derivatives by some of the masses, row after row.</summary>
    /// <param name="support">Their places, increasing.</param>
    public double[] Curvature(int[] support)
    {
        int size = support.Length;
        int[] before = new int[Intervals + 1];
        for (int j = 0, k = 0; j < Intervals; j++)
        {
            k += k < size && support[k] == j ? 1 : 0;
            before[j + 1] = k;
        }

        // An observation covers a block: its value at the corners, summed up along both sides.
        int width = size + 1;
        double[] corners = new double[width * width];
        for (int i = 0; i < _weight.Length; i++)
        {
            (int from, int to) = (before[_first[i]], before[_last[i] + 1]);
            double value = _weight[i] / (Mass[i] * Mass[i]);
            corners[(from * width) + from] += value;
            corners[(from * width) + to] -= value;
            corners[(to * width) + from] -= value;
            corners[(to * width) + to] += value;
        }

        double[] matrix = new double[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++)
        {
            double running = 0;
            for (int k = 0; k < size; k++)
            {
                running += corners[(j * width) + k];
                column[k] += running;
                matrix[(j * size) + k] = column[k];
            }
        }

        return matrix;
    }

    /// <summary>Few intervals such that each observation covers one of them.</summary>
    public int[] Hits()
    {
        var hits = new List<int>();
        foreach (int i in Enumerable.Range(0, _weight.Length).OrderBy(i => _last[i]))
        {
            if (hits.Count == 0 || hits[^1] < _first[i])
            {
                hits.Add(_last[i]);
            }
        }

        return [.. hits];
    }

    private void Cover(ReadOnlySpan<double> values, double[] covered)
    {
        for (int j = 0; j < values.Length; j++)
        {
            _sums[j + 1] = _sums[j] + values[j];
        }

        for (int i = 0; i < covered.Length; i++)
        {
            int first = _first[i];
            covered[i] = first == _last[i] ? values[first] : _sums[_last[i] + 1] - _sums[first];
        }
    }

    // The sum over the observations that cover each interval.
    private void Spread(Span<double> sums, Func<int, double> value)
    {
        sums.Clear();
        _steps.AsSpan().Clear();
        for (int i = 0; i < _weight.Length; i++)
        {
            double own = value(i);
            if (_first[i] == _last[i])
            {
                sums[_first[i]] += own;
                continue;
            }

            _steps[_first[i]] += own;
            _steps[_last[i] + 1] -= own;
        }

        double running = 0;
        for (int j = 0; j < sums.Length; j++)
        {
            running += _steps[j];
            sums[j] += running;
        }
    }
}
