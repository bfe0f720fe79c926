using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Kaplan-Meier curves with quantiles, restricted means and values at given times:
/// <see cref="KaplanMeierCurves.Summary"/>.</summary>
public sealed class KaplanMeierSummary : IResult
{
    internal KaplanMeierSummary(KaplanMeierCurves curves, KaplanMeierSummaryOptions options)
    {
        Curves = curves;
        Options = options;
        RestrictedMeans = options.Horizon is { } horizon ? [.. curves.Select(curve => curve.RestrictedMean(horizon))] : [];
        Contrasts = options.Horizon is { } tau && curves.Count > 1 ? curves.CompareRestrictedMeans(tau) : null;
    }

    /// <summary>The curves.</summary>
    public KaplanMeierCurves Curves { get; }

    /// <summary>The options of the summary.</summary>
    public KaplanMeierSummaryOptions Options { get; }

    /// <summary>The restricted mean of each curve; empty where no horizon was given.</summary>
    public ImmutableArray<RestrictedMean> RestrictedMeans { get; }

    /// <summary>How the groups differ in their restricted means; <see langword="null"/> with one group or without a horizon.</summary>
    public RestrictedMeanComparison? Contrasts { get; }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
    [
        .. Curves.ToTables(),
        .. Options.Quantiles.IsEmpty ? [] : (TableModel[])[Quantiles()],
        .. RestrictedMeans.IsEmpty ? [] : (TableModel[])[Means()],
        .. Contrasts?.ToTables() ?? [],
        .. Options.Times.IsEmpty ? [] : (TableModel[])[AtTimes()],
    ];

    /// <summary>The curves at the times of the options, or at all of their times: group, time, at_risk, events, censored, survival, se,
    /// lower, upper.</summary>
    public DataFrame ToDataFrame() => Options.Times.IsEmpty ? Curves.ToDataFrame() : Curves.ToDataFrame(Options.Times);

    /// <inheritdoc/>
    public ResultRecord ToRecord()
    {
        ResultRecord record = CurveRecords.Write(Curves, Curves.Formula, Curves.Omitted, Options);
        record["rmstContrasts"] = Contrasts?.ToRecord()["contrasts"];
        return record;
    }

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    private TableModel Quantiles() => new(
        "Times by which a fraction has had the event",
        [CurveTables.Group, .. TableColumns.Numbers("fraction", "time"), .. TableColumns.Limits(Curves.Options.Level)],
        Curves.SelectMany(curve => Options.Quantiles.Select(curve.Quantile).Select(quantile => new TableRow(
            [curve.Group, TableCell.Number(quantile.Probability, NumberKind.Time), .. CurveTables.Interval(quantile)]))));

    private TableModel Means() => new(
        $"Restricted mean survival time up to {NumberText.Format(Options.Horizon!.Value, NumberKind.Time)}",
        [CurveTables.Group, .. TableColumns.Numbers("mean", "se")],
        Curves.Zip(RestrictedMeans, (curve, mean) => new TableRow(
            [curve.Group, TableCell.Number(mean.Estimate, NumberKind.Estimate), TableCell.Number(mean.StandardError, NumberKind.Error)])),
        Curves.Zip(RestrictedMeans).Where(pair => pair.Second.IsExtrapolated).Select(pair => new TableNote(
            $"{pair.First.Group} was observed to {NumberText.Format(pair.First.Time[^1], NumberKind.Time)} only; its curve was taken to stay where it was.")));

    private TableModel AtTimes() => new(
        "Survival at given times",
        [CurveTables.Group, .. TableColumns.Numbers("time", "at risk", "events", "censored", "survival", "se"), .. TableColumns.Limits(
            Curves.Options.Level)],
        Curves.SelectMany(curve => curve.At(Options.Times).Select(row => new TableRow(
        [
            curve.Group,
            TableCell.Number(row.Time, NumberKind.Time),
            TableCell.Number(row.AtRisk, NumberKind.Count),
            TableCell.Number(row.Events, NumberKind.Count),
            TableCell.Number(row.Censored, NumberKind.Count),
            TableCell.Number(row.Survival, NumberKind.Probability),
            TableCell.Number(row.StandardError, NumberKind.Probability),
            TableCell.Number(row.Lower, NumberKind.Probability),
            TableCell.Number(row.Upper, NumberKind.Probability),
        ]))));
}
