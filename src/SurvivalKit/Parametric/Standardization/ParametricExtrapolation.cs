using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The survival and hazards of a population by several distributions side by side, within and beyond the follow-up:
/// <see cref="ParametricComparison.Extrapolate"/>.</summary>
public sealed class ParametricExtrapolation : IResult
{
    internal ParametricExtrapolation(
        string formula, ImmutableArray<double> times, KaplanMeierCurve? observed, ImmutableArray<ParametricExtrapolationCurve> curves)
    {
        Formula = formula;
        Times = times;
        Observed = observed;
        Curves = curves;
    }

    /// <summary>The formula of the fits.</summary>
    public string Formula { get; }

    /// <summary>The times.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The Kaplan-Meier curve of all rows; <see langword="null"/> for interval-censored times.</summary>
    public KaplanMeierCurve? Observed { get; }

    /// <summary>The distributions, the smallest AIC first.</summary>
    public ImmutableArray<ParametricExtrapolationCurve> Curves { get; }

    /// <summary>The end of the follow-up, beyond which nothing is observed; <see langword="null"/> where it is not known.</summary>
    public double? FollowUp => Observed?.Time[^1];

    /// <summary>A row for each time: the survival by Kaplan-Meier and by each distribution; then the hazards.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title("Survival of the population", Formula),
            [.. TableColumns.Numbers(["time", .. Observed is null ? [] : (string[])["Kaplan-Meier"], .. Names])],
            Times.Select((time, place) => new TableRow(
            [
                TableCell.Number(time, NumberKind.Time),
                .. Observed is null ? [] : (TableCell[])[TableCell.Number(ObservedAt(time) ?? double.NaN, NumberKind.Probability)],
                .. Curves.Select(curve => TableCell.Number(curve.Survival[place], NumberKind.Probability)),
            ])),
            [.. FollowUp is { } end ? (TableNote[])[$"The follow-up ends at {NumberText.Format(end, NumberKind.Time)}."] : []]),
        new(
            "Hazard of the population",
            [.. TableColumns.Numbers(["time", .. Names])],
            Times.Select((time, place) => new TableRow(
            [
                TableCell.Number(time, NumberKind.Time),
                .. Curves.Select(curve => TableCell.Number(curve.Hazard[place], NumberKind.Estimate)),
            ])),
            []),
    ];

    /// <summary>Columns distribution, time, survival, hazard; Kaplan-Meier without hazard, and missing beyond the follow-up.</summary>
    public DataFrame ToDataFrame()
    {
        (string Name, double Time, double? Survival, double? Hazard)[] rows =
        [
            .. Observed is null ? [] : Times.Select(time => ("Kaplan-Meier", time, ObservedAt(time), (double?)null)),
            .. Curves.SelectMany(curve => Times.Select(
                (time, place) => (curve.Name, time, (double?)curve.Survival[place], (double?)curve.Hazard[place]))),
        ];
        return new(
            new StringDataFrameColumn("distribution", rows.Select(row => row.Name)),
            FrameColumn.Numbers("time", rows.Select(row => row.Time)),
            FrameColumn.Numbers("survival", rows.Select(row => row.Survival)),
            FrameColumn.Numbers("hazard", rows.Select(row => row.Hazard)));
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["times"] = Times,
        ["followUp"] = FollowUp,
        ["kaplanMeier"] = Observed is null ? null : Times.Select(ObservedAt),
        ["curves"] = Curves.Select(curve => new ResultRecord
        {
            ["distribution"] = curve.Name,
            ["survival"] = curve.Survival,
            ["hazard"] = curve.Hazard,
        }),
    };

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    private IEnumerable<string> Names => Curves.Select(curve => curve.Name);

    private double? ObservedAt(double time) => time <= Observed!.Time[^1] ? Observed.At(time)[0].Survival : null;
}
