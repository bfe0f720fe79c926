namespace SurvivalKit;

/// <summary>Predicted curves as tables: a row a curve as R's <c>print.survfit</c> shows them, or a row a time as
/// its <c>basehaz</c>.</summary>
internal static class CoxCurveTables
{
    public static TableModel Summary(CoxCurves curves) => curves.Count == 0
        ? new TableModel("Predicted survival", [], [], Missing(curves)) { Lead = ["No curve."] }
        : new TableModel(
            "Predicted survival",
            [new("curve", TableAlignment.Left), .. TableColumns.Numbers("n", "events", "median"), .. TableColumns.Limits(
                curves[0].Options.Level!.Value)],
            curves.Select(curve => new TableRow(
            [
                NameOf(curve),
                TableCell.Number(curve.Observations, NumberKind.Count),
                TableCell.Number(curve.Events.Sum(), NumberKind.Count),
                .. CurveTables.Interval(curve.Median),
            ])),
            Missing(curves));

    public static TableModel Steps(CoxCurves curves, string title) => new(
        title,
        [new("stratum", TableAlignment.Left), .. TableColumns.Numbers("time", "cumulative hazard", "survival")],
        curves.SelectMany(curve => curve.Time.Zip(curve.CumulativeHazard, curve.Survival).Select(step => new TableRow(
        [
            NameOf(curve),
            TableCell.Number(step.First, NumberKind.Time),
            TableCell.Number(step.Second, NumberKind.Estimate),
            TableCell.Number(step.Third, NumberKind.Probability),
        ]))),
        Missing(curves));

    public static ResultRecord RecordOf(CoxCurves curves) => new()
    {
        ["missing"] = curves.Missing,
        ["curves"] = curves.Select(curve => new ResultRecord
        {
            ["row"] = curve.Row,
            ["stratum"] = curve.Stratum,
            ["n"] = curve.Observations,
            ["median"] =
                new ResultRecord { ["estimate"] = curve.Median.Estimate, ["lower"] = curve.Median.Lower, ["upper"] = curve.Median.Upper },
            ["steps"] = curve.Steps.Select(OfStep),
        }),
    };

    /// <summary>A curve at a time.</summary>
    public static ResultRecord OfStep(CoxEstimate step) => new()
    {
        ["time"] = step.Time,
        ["cumulativeHazard"] = step.CumulativeHazard,
        ["survival"] = step.Survival,
        ["se"] = step.StandardError,
        ["lower"] = step.Lower,
        ["upper"] = step.Upper,
    };

    private static string NameOf(CoxCurve curve) =>
        curve.Row is { } row ? FormattableString.Invariant($"row {row}, {curve.Stratum}") : curve.Stratum;

    private static IEnumerable<TableNote> Missing(CoxCurves curves) =>
        ResultSentences.WithoutPrediction(curves.Missing).Select(text => (TableNote)text);
}
