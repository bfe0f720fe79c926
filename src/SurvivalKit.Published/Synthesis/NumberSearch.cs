using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Searches whole numbers (units of the last decimal) whose means, medians, standard deviations and t tests are printed as in the
/// study.</summary>
/// <remarks>
/// It changes one value at a time, or two of an arm in opposite directions, within their segments, and keeps the change when
/// <see cref="NumberFigures.Cost"/> does not grow.
/// </remarks>
internal sealed class NumberSearch
{
    private const int Patience = 20_000;

    private readonly StudyVariable _variable;
    private readonly SplitMix64 _random;
    private readonly double _unit;
    private readonly int[][] _values;
    private readonly NumberSegment[][] _segments;
    private readonly bool[][] _fixed;
    private readonly long[] _sums;
    private readonly long[] _squares;
    private readonly NumberFigures _figures;

    public NumberSearch(CohortDraft draft, StudyVariable variable, ImmutableArray<int> sizes, SplitMix64 random)
    {
        (_variable, _random) = (variable, random);
        _unit = Math.Pow(10, variable.Decimals);
        _values = [.. sizes.Select(size => new int[size])];
        _segments = [.. sizes.Select(size => new NumberSegment[size])];
        _fixed = [.. sizes.Select(size => new bool[size])];
        _sums = new long[sizes.Length];
        _squares = new long[sizes.Length];
        _figures = new NumberFigures(draft, variable);
    }

    /// <summary>The value of an arm's patient, in the column's own unit.</summary>
    public double Value(int arm, int patient) => _values[arm][patient] / _unit;

    /// <summary>Draws the values of an arm: normally distributed about the printed mean, each within its segment; the printed ends are
    /// assigned and kept.</summary>
    public void Place(int arm, ImmutableArray<NumberSegment> segments, (int? Least, int? Greatest) ends)
    {
        int next = 0;
        foreach (NumberSegment segment in segments)
        {
            for (int i = 0; i < segment.Count; i++, next++)
            {
                _segments[arm][next] = segment;
                _values[arm][next] = Draw(arm, segment);
            }
        }

        FixEnds(arm, ends);
    }

    /// <summary>Gives the least and the greatest value of an arm to patients whose segments allow them, and keeps them fixed.</summary>
    public void FixEnds(int arm, (int? Least, int? Greatest) ends)
    {
        Fix(arm, ends.Least);
        Fix(arm, ends.Greatest);
        _sums[arm] = _values[arm].Sum(value => (long)value);
        _squares[arm] = _values[arm].Sum(value => (long)value * value);
    }

    public void Run()
    {
        (int Arm, int Patient)[] free = [.. _values.SelectMany((arm, a) => arm.Select((_, i) => (a, i)))
            .Where(place => !_fixed[place.a][place.i])];
        double cost = Cost();
        for (int idle = 0; cost > 0 && idle < Patience && free.Length > 0; idle++)
        {
            (int arm, int patient) = free[_random.Next(free.Length)];
            int step = Step(_segments[arm][patient]);

            // Half of the steps are compensated by another patient of the arm, so that the mean is constant and the spread changes.
            int other = _random.Next(2) == 0 ? _random.Next(_values[arm].Length) : patient;
            if (!Move(arm, patient, step))
            {
                continue;
            }

            bool isPair = other != patient && !_fixed[arm][other] && Move(arm, other, -step);
            double changed = Cost();
            if (changed > cost)
            {
                Move(arm, patient, -step);
                _ = isPair && Move(arm, other, step);
            }
            else if (changed < cost)
            {
                (cost, idle) = (changed, 0);
            }
        }
    }

    private int Step(NumberSegment segment)
    {
        int reach = Math.Max(1, (segment.Greatest - segment.Least) >> _random.Next(6));
        return _random.Next(-reach, reach);
    }

    /// <summary>Changes a value by a step if it stays in its segment.</summary>
    private bool Move(int arm, int patient, int step)
    {
        int value = _values[arm][patient] + step;
        if (value < _segments[arm][patient].Least || value > _segments[arm][patient].Greatest)
        {
            return false;
        }

        Set(arm, patient, value);
        return true;
    }

    private void Fix(int arm, int? end)
    {
        if (end is { } value)
        {
            int patient = Array.FindIndex(_segments[arm], segment => segment.Least <= value && value <= segment.Greatest);
            while (patient >= 0 && _fixed[arm][patient])
            {
                patient = Array.FindIndex(_segments[arm], patient + 1, segment => segment.Least <= value && value <= segment.Greatest);
            }

            if (patient >= 0)
            {
                _values[arm][patient] = value;
                _fixed[arm][patient] = true;
            }
        }
    }

    private int Draw(int arm, NumberSegment segment)
    {
        double? mean = _figures.Printed(arm, Aspects.Mean);
        double spread = _figures.Printed(arm, Aspects.StandardDeviation) ?? (_variable.Maximum - _variable.Minimum) / 10;
        for (int attempt = 0; mean is not null && attempt < 20; attempt++)
        {
            double bell = -6;
            for (int i = 0; i < 12; i++)
            {
                bell += _random.NextFraction();
            }

            double drawn = Math.Round((mean.Value + (spread * bell)) * _unit);
            if (drawn >= segment.Least && drawn <= segment.Greatest)
            {
                return (int)drawn;
            }
        }

        return _random.Next(segment.Least, segment.Greatest);
    }

    private void Set(int arm, int patient, int value)
    {
        int old = _values[arm][patient];
        _sums[arm] += value - old;
        _squares[arm] += ((long)value * value) - ((long)old * old);
        _values[arm][patient] = value;
    }

    private double Cost() => _figures.Cost(Summary, Median);

    private double Median(int arm)
    {
        int[] values = arm < 0 ? [.. _values.SelectMany(own => own)] : [.. _values[arm]];
        Array.Sort(values);
        int n = values.Length;
        return n == 0 ? double.NaN : (values[(n - 1) / 2] + values[n / 2]) / (2 * _unit);
    }

    // From integer sums, so that the figure does not depend on the order of summation.
    private SampleSummary Summary(int arm)
    {
        long sum = arm < 0 ? _sums.Sum() : _sums[arm];
        long squares = arm < 0 ? _squares.Sum() : _squares[arm];
        int n = arm < 0 ? _values.Sum(values => values.Length) : _values[arm].Length;
        double variance = n < 2 ? 0 : ((n * (double)squares) - ((double)sum * sum)) / ((double)n * (n - 1));
        return new SampleSummary(sum / (_unit * Math.Max(1, n)), Math.Sqrt(Math.Max(0, variance)) / _unit, n);
    }
}
