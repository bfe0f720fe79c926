using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Mean cumulative functions by group, in the order of the groups' levels: <see cref="MeanCumulativeFunction"/>.</summary>
public sealed class MeanCumulativeCurves : IReadOnlyList<MeanCumulativeCurve>, IResult
{
    internal MeanCumulativeCurves(string formula, ImmutableArray<MeanCumulativeCurve> curves, ModelFrame frame)
    {
        Formula = formula;
        Curves = curves;
        Omitted = frame.OmittedRows;
        Weightless = frame.Weightless;
        Cautions = frame.Cautions;
    }

    private MeanCumulativeCurves(MeanCumulativeCurves curves, ImmutableArray<double> times)
    {
        (Formula, Curves, Omitted, Weightless, Cautions, Times) =
            (curves.Formula, curves.Curves, curves.Omitted, curves.Weightless, curves.Cautions, times);
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The groups, in the order of their levels.</summary>
    public ImmutableArray<MeanCumulativeCurve> Curves { get; }

    /// <summary>The times at which tables and frames show the means: <see cref="ShownAt"/>.</summary>
    public ImmutableArray<double> Times { get; } = [];

    /// <summary>The number of rows left out because a value is missing, or the weight is 0.</summary>
    public int Omitted { get; }

    /// <summary>The number of rows left out because their weight is 0.</summary>
    public int Weightless { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public MeanCumulativeCurve this[int index] => Curves[index];

    /// <summary>The curve of a group by its name, <c>rx=1</c>, or by its level alone where there is one grouping variable,
    /// <c>1</c>.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public MeanCumulativeCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>The same curves, whose tables and frames show the means at given times too.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public MeanCumulativeCurves ShownAt(params IEnumerable<double> times)
    {
        var shown = new MeanCumulativeCurves(this, [.. times.Order()]);
        _ = Curves[0].At(shown.Times);
        return shown;
    }

    /// <summary>A row for each group and time, or each of <see cref="Times"/>: group, time, at_risk, events, mean, se, lower,
    /// upper.</summary>
    public DataFrame ToDataFrame() => MeanCumulativeTables.Frame(Curves, Times.IsEmpty ? null : Times);

    /// <summary>A row for each group: subjects, events, and the mean at the last time with its interval; then the means at
    /// <see cref="Times"/>.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        MeanCumulativeTables.Summary(Curves, Formula, Omitted, Weightless, [.. Cautions]),
        .. Times.IsEmpty ? [] : (TableModel[])[MeanCumulativeTables.AtTimes(Curves, Times)],
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => MeanCumulativeTables.Record(Curves, Formula, Times, Omitted);

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<MeanCumulativeCurve> GetEnumerator() => ((IEnumerable<MeanCumulativeCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
