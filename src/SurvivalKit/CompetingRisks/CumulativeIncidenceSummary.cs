using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cumulative incidences with values at given times, quantiles and mean times lost:
/// <see cref="CumulativeIncidenceCurves.Summary"/>.</summary>
public sealed class CumulativeIncidenceSummary : IResult
{
    private readonly (CumulativeIncidenceCurve Curve, CauseIncidence Cause)[] _all;

    internal CumulativeIncidenceSummary(CumulativeIncidenceCurves curves, CumulativeIncidenceSummaryOptions options)
    {
        Curves = curves;
        Options = options;
        _all = [.. curves.SelectMany(curve => curve.Causes.Select(cause => (curve, cause)))];
        TimesLost = options.Horizon is { } horizon ? [.. _all.Select(pair => pair.Cause.TimeLost(horizon))] : [];
    }

    /// <summary>The incidences.</summary>
    public CumulativeIncidenceCurves Curves { get; }

    /// <summary>The options of the summary.</summary>
    public CumulativeIncidenceSummaryOptions Options { get; }

    /// <summary>The mean time lost to each cause, group after group; empty where no horizon was given.</summary>
    public ImmutableArray<RestrictedMean> TimesLost { get; }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
    [
        .. Curves.ToTables(),
        .. Options.Quantiles.IsEmpty ? [] : (TableModel[])[Quantiles()],
        .. TimesLost.IsEmpty ? [] : (TableModel[])[Lost()],
        .. Options.Times.IsEmpty ? [] : (TableModel[])[AtTimes()],
    ];

    /// <summary>The incidences at the times of the options, or at all of their times: group, cause, time, at_risk, events, incidence, se,
    /// lower, upper.</summary>
    public DataFrame ToDataFrame() => Options.Times.IsEmpty ? Curves.ToDataFrame() : Curves.ToDataFrame(Options.Times);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => IncidenceRecords.Write(Curves, Curves.Formula, Curves.Omitted, Curves.Censored, Options);

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    private TableModel Quantiles() => new(
        "Times by which a fraction of the group has had the event",
        [.. IncidenceTables.Names, .. TableColumns.Numbers("fraction", "time"), .. TableColumns.Limits(Curves.Options.Level)],
        _all.SelectMany(pair => Options.Quantiles.Select(pair.Cause.Quantile).Select(quantile => new TableRow(
        [
            pair.Curve.Group,
            pair.Cause.Cause,
            TableCell.Number(quantile.Probability, NumberKind.Time),
            .. CurveTables.Interval(quantile),
        ]))));

    private TableModel Lost() => new(
        $"Mean time lost up to {NumberText.Format(Options.Horizon!.Value, NumberKind.Time)}",
        [.. IncidenceTables.Names, .. TableColumns.Numbers("mean", "se")],
        _all.Zip(TimesLost, (pair, mean) => new TableRow(
        [
            pair.Curve.Group,
            pair.Cause.Cause,
            TableCell.Number(mean.Estimate, NumberKind.Estimate),
            TableCell.Number(mean.StandardError, NumberKind.Error),
        ])),
        _all.Zip(TimesLost).Where(pair => pair.Second.IsExtrapolated).Select(pair => pair.First.Curve).Distinct().Select(
            curve => new TableNote($"{curve.Group} was observed to {NumberText.Format(curve.Time[^1], NumberKind.Time)} only; "
                + "its incidences were taken to stay where they were.")));

    private TableModel AtTimes() => new(
        "Incidence at given times",
        [
            .. IncidenceTables.Names,
            .. TableColumns.Numbers("time", "at risk", "events", "incidence", "se"),
            .. TableColumns.Limits(Curves.Options.Level),
        ],
        _all.SelectMany(pair => pair.Cause.At(Options.Times).Select(row => new TableRow(
        [
            pair.Curve.Group,
            pair.Cause.Cause,
            TableCell.Number(row.Time, NumberKind.Time),
            TableCell.Number(row.AtRisk, NumberKind.Count),
            TableCell.Number(row.Events, NumberKind.Count),
            TableCell.Number(row.Incidence, NumberKind.Probability),
            TableCell.Number(row.StandardError, NumberKind.Probability),
            TableCell.Number(row.Lower, NumberKind.Probability),
            TableCell.Number(row.Upper, NumberKind.Probability),
        ]))));
}
