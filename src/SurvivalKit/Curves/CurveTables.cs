using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Curves as R's <c>print.survfit</c> shows them: a row a group.</summary>
internal static class CurveTables
{
    /// <summary>The text where a curve does not fall to the quantile.</summary>
    public const string NotReached = "not reached";

    public static TableModel Summary(
        IReadOnlyList<KaplanMeierCurve> curves,
        string formula,
        int omitted,
        int weightless = 0,
        ImmutableArray<string> cautions = default)
    {
        string title = curves[0].Rows.Sample.IsReversed ? "Follow-up, by reverse Kaplan-Meier (events are censorings)"
            : curves[0].Options.SurvivalMethod == SurvivalMethod.ProductLimit ? "Kaplan-Meier"
            : "Survival as exp(-cumulative hazard)";
        return new TableModel(
            ResultSentences.Title(title, formula),
            [Group, .. TableColumns.Numbers("n", "events", "median"), .. TableColumns.Limits(curves[0].Options.Level)],
            curves.Select(curve => new TableRow(
            [
                curve.Group,
                TableCell.Number(curve.Observations, NumberKind.Count),
                TableCell.Number(curve.EventTotal, NumberKind.Count),
                .. Interval(curve.Median),
            ])),
            Notes(curves[0].IsRobust, omitted, weightless))
        {
            Cautions = cautions.IsDefault ? [] : cautions,
        };
    }

    public static TableModel Summary(IReadOnlyList<NelsonAalenCurve> curves, string formula, int omitted) => new(
        ResultSentences.Title(
            curves[0].Options.Method == HazardMethod.NelsonAalen
                ? "Nelson-Aalen cumulative hazard"
                : "Fleming-Harrington cumulative hazard", formula),
        [Group, .. TableColumns.Numbers("n", "events", "last time", "hazard", "se"), .. TableColumns.Limits(curves[0].Options.Level)],
        curves.Select(curve => new TableRow(
        [
            curve.Group,
            TableCell.Number(curve.Observations, NumberKind.Count),
            TableCell.Number(curve.EventTotal, NumberKind.Count),
            TableCell.Number(curve.Time[^1], NumberKind.Time),
            TableCell.Number(curve.CumulativeHazard[^1], NumberKind.Estimate),
            TableCell.Number(curve.StandardError[^1], NumberKind.Error),
            TableCell.Number(curve.Lower[^1], NumberKind.Estimate),
            TableCell.Number(curve.Upper[^1], NumberKind.Estimate),
        ])),
        Notes(curves[0].IsRobust, omitted));

    /// <summary>The column of the groups' names.</summary>
    public static TableColumn Group { get; } = new("group", TableAlignment.Left);

    /// <summary>The text of a limit without a value: its curve stays above the quantile, or ends before it.</summary>
    public const string NotEstimable = "not estimable";

    /// <summary>A quantile with its limits: the curve may not reach it, a limit may not be estimable.</summary>
    public static IEnumerable<TableCell> Interval(QuantileEstimate quantile) =>
    [
        TableCell.Number(quantile.Estimate, NumberKind.Time, NotReached),
        TableCell.Number(quantile.Lower, NumberKind.Time, NotEstimable),
        TableCell.Number(quantile.Upper, NumberKind.Time, NotEstimable),
    ];

    private static IEnumerable<TableNote> Notes(bool isRobust, int omitted, int weightless = 0) =>
        [.. isRobust ? (TableNote[])["Standard errors are robust."] : [], .. ResultSentences.LeftOut(omitted, weightless)];
}
