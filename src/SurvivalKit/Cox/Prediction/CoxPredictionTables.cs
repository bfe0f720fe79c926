using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Predictions as tables and records; with curves also the survival of each observation at given times.</summary>
internal static class CoxPredictionTables
{
    private const int SurvivalColumns = 5;

    public static TableModel Table(CoxPredictions predictions, CoxPredictedSurvival? survival = null)
    {
        bool hasStrata = !predictions.Strata.IsEmpty;
        IEnumerable<TableColumn> stratum = hasStrata ? [new("stratum", TableAlignment.Left)] : [];
        IEnumerable<TableColumn> atTimes =
            survival is null ? [] : [.. TableColumns.Numbers("time", "survival", "se of S"), .. TableColumns.Limits(survival.Level)];
        return new TableModel(
            "Predictions",
            [new("row"), .. stratum, .. TableColumns.Numbers("linear predictor", "se", "risk"), .. atTimes],
            Enumerable.Range(0, predictions.Count).SelectMany(row => Rows(Head(predictions, row, hasStrata), survival, row)),
            ResultSentences.WithoutPrediction(predictions.Missing).Select(text => (TableNote)text));
    }

    public static ResultRecord RecordOf(CoxPredictions predictions, CoxPredictedSurvival? survival = null) => new()
    {
        ["missing"] = predictions.Missing,
        ["predictions"] = Enumerable.Range(0, predictions.Count).Select(row => new ResultRecord
        {
            ["row"] = row + 1,
            ["stratum"] = predictions.Strata.IsEmpty ? null : predictions.Strata[row],
            ["linearPredictor"] = predictions.LinearPredictor[row],
            ["se"] = predictions.StandardError[row],
            ["risk"] = Math.Exp(predictions.LinearPredictor[row]),
            ["at"] = (survival?.At(row) ?? []).Select(step => new ResultRecord
            {
                ["time"] = step.Time,
                ["survival"] = step.Survival,
                ["se"] = step.StandardError,
                ["lower"] = step.Lower,
                ["upper"] = step.Upper,
            }),
        }),
    };

    private static TableCell[] Head(CoxPredictions predictions, int row, bool hasStrata) =>
    [
        TableCell.Number(row + 1, NumberKind.Count),
        .. hasStrata ? (TableCell[])[predictions.Strata[row] ?? "NA"] : [],
        TableCell.Number(predictions.LinearPredictor[row], NumberKind.Estimate),
        TableCell.Number(predictions.StandardError[row], NumberKind.Error),
        TableCell.Number(Math.Exp(predictions.LinearPredictor[row]), NumberKind.Estimate),
    ];

    private static IEnumerable<TableRow> Rows(TableCell[] head, CoxPredictedSurvival? survival, int row)
    {
        if (survival is null)
        {
            return [new([.. head])];
        }

        // Values that are the same for all times of a row are shown in its first line only.
        IEnumerable<TableCell> again = head.Select(_ => TableCell.Empty);
        ImmutableArray<CoxEstimate> steps = survival.At(row);
        return steps.IsEmpty
            ? [new([.. head, .. Enumerable.Repeat(TableCell.Number(double.NaN, NumberKind.Probability), SurvivalColumns)])]
            : steps.Select((step, i) => new TableRow(
            [
                .. i == 0 ? head : again,
                TableCell.Number(step.Time, NumberKind.Time),
                TableCell.Number(step.Survival, NumberKind.Probability),
                TableCell.Number(step.StandardError, NumberKind.Probability),
                TableCell.Number(step.Lower, NumberKind.Probability),
                TableCell.Number(step.Upper, NumberKind.Probability),
            ]));
    }
}
