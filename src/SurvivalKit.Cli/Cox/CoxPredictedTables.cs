using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>Baseline hazards and predictions as tables of <c>survkit cox</c>.</summary>
internal static class CoxPredictedTables
{
    public static IEnumerable<TableModel> Of(CoxPredicted predicted, double level)
    {
        if (predicted.Baseline is { } baseline)
        {
            yield return new TableModel(
                "Baseline hazard (covariates of 0)",
                [new TableColumn("stratum", TableAlignment.Left), .. Columns("time", "cumulative hazard", "survival")],
                baseline.SelectMany(curve => curve.Time
                    .Zip(curve.CumulativeHazard, curve.Survival)
                    .Select(step => new TableRow([curve.Stratum, NumberText.Short(step.First), NumberText.Short(step.Second), Share(step.Third)]))));
        }

        if (predicted.Predictions is { } rows)
        {
            string percent = NumberText.Percent(level);
            bool hasStrata = !rows.Strata.IsEmpty;
            string[] ofTimes = predicted.Times.Length == 0 ? [] : ["time", "survival", "se of S", percent + " lower", percent + " upper"];
            yield return new TableModel(
                "Predictions",
                [
                    new TableColumn("row", TableAlignment.Left),
                    .. hasStrata ? [new TableColumn("stratum", TableAlignment.Left)] : Array.Empty<TableColumn>(),
                    .. Columns(["linear predictor", "se", "risk", .. ofTimes]),
                ],
                Enumerable.Range(0, rows.Count).SelectMany(row => Rows(predicted, row, hasStrata)),
                rows.Missing == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{rows.Missing} {(rows.Missing == 1 ? "row" : "rows")} without a prediction, because a value is missing.")]);
        }
    }

    public static TableModel? Tidy(CoxPredicted predicted) => predicted switch
    {
        { Baseline: not null, Predictions: not null } => throw new CommandException("--format csv holds one table; either --baseline or --predict was expected."),
        { Baseline: { } baseline } => TidyTable.Of(baseline.ToDataFrame()),
        { Predictions: { } rows, Times.Length: 0 } => TidyTable.Of(rows.ToDataFrame()),
        { Predictions: { } rows } => TidyTable.Of(
            ["row", "stratum", "linear_predictor", "se", "risk", "time", "survival", "survival_se", "lower", "upper"],
            Enumerable.Range(0, rows.Count).SelectMany(row => (predicted.At(row) ?? [null!]).Select(step => new object?[]
            {
                row + 1, predicted.StratumOf(row), Known(rows.LinearPredictor[row]), Known(rows.StandardError[row]), Known(Math.Exp(rows.LinearPredictor[row])),
                step?.Time, step?.Survival, step?.StandardError, step?.Lower, step?.Upper,
            }))),
        _ => null,
    };

    private static IEnumerable<TableRow> Rows(CoxPredicted predicted, int row, bool hasStrata)
    {
        CoxPredictions rows = predicted.Predictions!;
        string[] head =
        [
            (row + 1).ToString(CultureInfo.InvariantCulture),
            .. hasStrata ? [predicted.StratumOf(row) ?? "NA"] : Array.Empty<string>(),
            Number(rows.LinearPredictor[row]),
            Number(rows.StandardError[row]),
            Number(Math.Exp(rows.LinearPredictor[row])),
        ];
        if (predicted.Times.Length == 0)
        {
            return [new TableRow([.. head])];
        }

        // What holds for the whole row stands in its first line.
        string[] again = [.. head.Select(_ => "")];
        return predicted.At(row) is { } steps
            ? steps.Select((step, i) => new TableRow(
                [.. i == 0 ? head : again, NumberText.Short(step.Time), Share(step.Survival), Share(step.StandardError), Share(step.Lower), Share(step.Upper)]))
            : [new TableRow([.. head, "NA", "NA", "NA", "NA", "NA"])];
    }

    private static IEnumerable<TableColumn> Columns(params string[] names) => names.Select(name => new TableColumn(name));

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static string Number(double value) => NumberText.Short(value);

    private static string Share(double value) => double.IsNaN(value) ? "NA" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
