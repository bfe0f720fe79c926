using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>State occupancy by group, in the order of the groups' levels: <see cref="StateOccupancy"/>.</summary>
public sealed class StateOccupancyCurves : IReadOnlyList<StateOccupancyCurve>, IResult
{
    internal StateOccupancyCurves(
        string formula, ImmutableArray<StateOccupancyCurve> curves, int omitted, int weightless, ImmutableArray<string> cautions)
    {
        Formula = formula;
        Curves = curves;
        Omitted = omitted;
        Weightless = weightless;
        Cautions = cautions;
    }

    private StateOccupancyCurves(StateOccupancyCurves curves, StateSummaryOptions shown)
        : this(curves.Formula, curves.Curves, curves.Omitted, curves.Weightless, curves.Cautions) => Shown = shown;

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The groups, in the order of their levels.</summary>
    public ImmutableArray<StateOccupancyCurve> Curves { get; }

    /// <summary>What tables show in addition: <see cref="Summary"/>.</summary>
    public StateSummaryOptions Shown { get; } = new();

    /// <summary>The number of rows left out because a value is missing, or the weight is 0.</summary>
    public int Omitted { get; }

    /// <summary>The number of rows left out because their weight is 0.</summary>
    public int Weightless { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public StateOccupancyCurve this[int index] => Curves[index];

    /// <summary>The curve of a group by its name, <c>trt=A</c>, or by its level alone where there is one grouping variable,
    /// <c>A</c>.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public StateOccupancyCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>The same curves, whose tables show values at given times and mean times in the states too.</summary>
    /// <param name="options">What is shown.</param>
    /// <exception cref="SurvivalDataException">A time is not a number, or the horizon is not after the start.</exception>
    public StateOccupancyCurves Summary(StateSummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = Curves[0].States[0].At(options.Times);
        if (options.Horizon is { } horizon)
        {
            _ = Curves[0].UpTo(horizon);
        }

        return new(this, options);
    }

    /// <summary>A row for each group, state and time, or each of the shown times: group, state, time, at_risk, entries, probability, se,
    /// lower, upper.</summary>
    public DataFrame ToDataFrame() => StateTables.Frame(Curves, Shown.Times.IsEmpty ? null : Shown.Times);

    /// <summary>A row for each group and state: subjects, entries, and the probability at the last time with its interval; then what
    /// <see cref="Summary"/> asked for.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        StateTables.Summary(Curves, Formula, Omitted, Weightless, [.. Cautions]),
        .. Shown.Horizon is { } horizon ? (TableModel[])[StateTables.MeanTimes(Curves, horizon)] : [],
        .. Shown.Times.IsEmpty ? [] : (TableModel[])[StateTables.AtTimes(Curves, Shown.Times)],
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => StateTables.Record(Curves, Formula, Shown, Omitted);

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<StateOccupancyCurve> GetEnumerator() => ((IEnumerable<StateOccupancyCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
