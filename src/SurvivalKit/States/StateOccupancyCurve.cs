using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The probabilities of the states in one group; they sum to 1 at each time.</summary>
public sealed class StateOccupancyCurve : IResult
{
    private readonly StateGroup _rows;
    private readonly int _startState;
    private readonly double _origin;
    private AreaUpTo? _area;

    internal StateOccupancyCurve(
        string group, StateGroup rows, ImmutableArray<string> states, int startState, double origin, StateOccupancyOptions options)
    {
        Group = group;
        Options = options;
        _rows = rows;
        _startState = startState;
        _origin = origin;
        Estimate = StateEstimate.Of(rows, startState, options.StandardErrors);
        Subjects = rows.ByStop.Select(rows.Subject).Distinct().Count();
        Time = [.. rows.Time];
        States = [.. states.Select((state, place) => new StateProbability(this, state, place))];
        Transitions =
        [
            .. rows.ByStop.Where(row => rows.To(row) >= 0).GroupBy(row => (From: rows.From(row), To: rows.To(row)))
                .OrderBy(pair => pair.Key.From).ThenBy(pair => pair.Key.To)
                .Select(pair => new StateCount(states[pair.Key.From], states[pair.Key.To], pair.Count())),
        ];
    }

    /// <summary>The group, <c>trt=A</c>; <c>all</c> where the formula names none.</summary>
    public string Group { get; }

    /// <summary>The options of the fit.</summary>
    public StateOccupancyOptions Options { get; }

    /// <summary>The number of subjects in the group.</summary>
    public int Subjects { get; }

    /// <summary>The distinct times at which a subject moves or its observation ends, increasing.</summary>
    public ImmutableArray<double> Time { get; }

    /// <summary>The probability of each state.</summary>
    public ImmutableArray<StateProbability> States { get; }

    /// <summary>The transitions that occur in the group.</summary>
    public ImmutableArray<StateCount> Transitions { get; }

    /// <summary>The probability of a state by its name.</summary>
    /// <param name="state">The name: a level of the status, or of the first states.</param>
    /// <exception cref="SurvivalDataException">There is no such state; the message lists those there are.</exception>
    public StateProbability this[string state] => States.FirstOrDefault(candidate => candidate.State == state)
        ?? throw new SurvivalDataException(
            $"There is no state \"{state}\"; the fit has {string.Join("; ", States.Select(candidate => candidate.State))}.");

    /// <summary>The cumulative hazard of a transition, with errors over subjects: that of Nelson and Aalen among those in the state that it
    /// leaves.</summary>
    /// <param name="from">The state that is left.</param>
    /// <param name="to">The state that is reached.</param>
    /// <exception cref="SurvivalDataException">There is no such state, or nobody is ever at risk in the first one.</exception>
    public NelsonAalenCurve Hazard(string from, string to)
    {
        int left = States.IndexOf(this[from]);
        int reached = States.IndexOf(this[to]);
        int[] rows = [.. _rows.ByStop.Where(row => _rows.From(row) == left)];
        if (rows.Length == 0)
        {
            throw new SurvivalDataException($"Nobody is at risk in the state \"{from}\"; a state that subjects are in was expected.");
        }

        double[] stop = Array.ConvertAll(rows, _rows.Stop);
        bool[] moves = Array.ConvertAll(rows, row => _rows.To(row) == reached);
        Surv response = _rows.StartsAtOrigin
            ? Surv.Right(stop, moves)
            : Surv.Counting(Array.ConvertAll(rows, _rows.Start), stop, moves);
        return NelsonAalen.Fit(
            response,
            new() { JoinNearTies = false, Robust = true, Level = Options.Level },
            Array.ConvertAll(rows, _rows.Weight),
            Array.ConvertAll(rows, row => _rows.Units[row]));
    }

    /// <summary>A row for each state and time, as that of several groups.</summary>
    public DataFrame ToDataFrame() => StateTables.Frame([this], null);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [StateTables.Summary([this], "")];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => StateTables.Record([this], "", new(), 0);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();

    internal StateEstimate Estimate { get; }

    // The last one is kept, since each state asks for it.
    internal StateEstimate UpTo(double horizon)
    {
        if (!(double.IsFinite(horizon) && horizon > _origin))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The mean time in a state up to {horizon} was asked for; a time after {_origin}, from which it is counted, was expected."));
        }

        if (_area is { } known && known.Horizon == horizon)
        {
            return known.Estimate;
        }

        StateEstimate estimate = StateEstimate.Of(_rows, _startState, Options.StandardErrors, (_origin, horizon));
        _area = new AreaUpTo(horizon, estimate);
        return estimate;
    }

    private sealed record AreaUpTo(double Horizon, StateEstimate Estimate);
}
