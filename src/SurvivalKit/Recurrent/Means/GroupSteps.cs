using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The steps of the mean cumulative function of one group at the times of all groups.</summary>
internal sealed class GroupSteps
{
    private readonly double[] _events;
    private readonly double[] _ending;
    private readonly bool[]? _isTerminal;

    private GroupSteps(int times, bool[]? isTerminal)
    {
        AtRisk = new double[times];
        Before = new double[times];
        _events = new double[times];
        _ending = new double[times];
        _isTerminal = isTerminal;
    }

    /// <summary>The weight at risk just before each time.</summary>
    public double[] AtRisk { get; }

    /// <summary>The probability of no terminal event before each time.</summary>
    public double[] Before { get; }

    public static GroupSteps Count(SampleRows rows, SurvivalSample sample, int group, RiskTable all, bool[]? isTerminal)
    {
        int times = all.Time.Length;
        var steps = new GroupSteps(times, isTerminal);
        foreach (int row in rows.Rows.Span)
        {
            if (sample.Groups.Codes[row] != group)
            {
                continue;
            }

            double weight = sample.Weights.Length == 0 ? 1 : sample.Weights[row];
            int end = all.Time.AsSpan().BinarySearch(sample.Order.Time[row]);
            int start = sample.Order.Start.Length == 0 ? 0 : StepLookup.LastNotAfter(all.Time, sample.Order.Start[row]) + 1;

            // At risk from its start to its end: here as changes, which are summed below.
            steps.AtRisk[start] += weight;
            if (end + 1 < times)
            {
                steps.AtRisk[end + 1] -= weight;
            }

            steps._events[end] += sample.Event[row] ? weight : 0;
            steps._ending[end] += isTerminal is not null && isTerminal[row] ? weight : 0;
        }

        double before = 1;
        double atRisk = 0;
        for (int i = 0; i < times; i++)
        {
            atRisk += steps.AtRisk[i];
            steps.AtRisk[i] = Math.Abs(atRisk) < 1e-9 ? 0 : atRisk;
            steps.Before[i] = before;
            before *= steps._ending[i] > 0 ? 1 - (steps._ending[i] / steps.AtRisk[i]) : 1;
        }

        return steps;
    }

    /// <summary>The events at a time divided by those at risk.</summary>
    public double Rate(int i) => _events[i] > 0 ? _events[i] / AtRisk[i] : 0;

    /// <summary>The step of the mean.</summary>
    public double Step(int i) => Before[i] * Rate(i);

    /// <summary>The influence of each who is at risk on -log S, with the sign reversed.</summary>
    public double Depth(int i) => _ending[i] > 0 && AtRisk[i] > _ending[i] ? _ending[i] / (AtRisk[i] * (AtRisk[i] - _ending[i])) : 0;

    /// <summary>The influence of one with a terminal event on -log S.</summary>
    public double Jump(int i) => AtRisk[i] > _ending[i] ? 1 / (AtRisk[i] - _ending[i]) : 0;

    /// <summary>Whether an observation ends with a terminal event.</summary>
    public bool Ends(int row) => _isTerminal![row];
}
