using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>What a Fine-Gray model predicts, as tables, records and frames.</summary>
internal static class FineGrayTables
{
    public static TableModel Steps(FineGrayCurves curves, string title) => new(
        title,
        [
            new("curve", TableAlignment.Left),
            .. TableColumns.Numbers("time", "cumulative hazard", "incidence", "se"),
            .. curves.Count == 0 ? [] : TableColumns.Limits(curves[0].Options.Level!.Value),
        ],
        curves.SelectMany(curve => curve.Steps.Select(step => new TableRow(
        [
            curve.Row is { } row ? FormattableString.Invariant($"row {row}, {curve.Stratum}") : curve.Stratum,
            TableCell.Number(step.Time, NumberKind.Time),
            TableCell.Number(step.CumulativeHazard, NumberKind.Estimate),
            .. Cells(step),
        ]))),
        Missing(curves.Missing));

    public static TableModel Predictions(FineGrayPredictions predictions)
    {
        bool hasStrata = !predictions.Strata.IsEmpty;
        bool hasTimes = !predictions.Times.IsEmpty;
        return new TableModel(
            "Predictions",
            [
                new("row"),
                .. hasStrata ? (TableColumn[])[new("stratum", TableAlignment.Left)] : [],
                .. TableColumns.Numbers("linear predictor", "se"),
                .. hasTimes ? TableColumns.Numbers("time", "incidence", "se of F") : [],
                .. hasTimes ? TableColumns.Limits(predictions.Level) : [],
            ],
            Enumerable.Range(0, predictions.Count).SelectMany(row => Rows(predictions, row, hasStrata)),
            Missing(predictions.Missing));
    }

    public static ResultRecord RecordOf(FineGrayEstimate step) => new()
    {
        ["time"] = step.Time,
        ["cumulativeHazard"] = step.CumulativeHazard,
        ["incidence"] = step.Incidence,
        ["se"] = step.StandardError,
        ["lower"] = step.Lower,
        ["upper"] = step.Upper,
    };

    public static DataFrame Frame(
        IEnumerable<FineGrayCurve> curves, Func<FineGrayCurve, ImmutableArray<FineGrayEstimate>> stepsOf)
    {
        (FineGrayCurve Curve, FineGrayEstimate Step)[] rows = [.. curves.SelectMany(curve => stepsOf(curve).Select(step => (curve, step)))];
        return new DataFrame(
            new Int32DataFrameColumn("row", rows.Select(row => row.Curve.Row)),
            new StringDataFrameColumn("stratum", rows.Select(row => row.Curve.Stratum)),
            FrameColumn.Numbers("time", rows.Select(row => row.Step.Time)),
            FrameColumn.Numbers("cumulative_hazard", rows.Select(row => row.Step.CumulativeHazard)),
            FrameColumn.Numbers("hazard_se", rows.Select(row => row.Step.HazardError)),
            FrameColumn.Numbers("incidence", rows.Select(row => row.Step.Incidence)),
            FrameColumn.Numbers("se", rows.Select(row => row.Step.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Step.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Step.Upper)));
    }

    // Values that are the same for all times of a row are shown in its first line only.
    private static IEnumerable<TableRow> Rows(FineGrayPredictions predictions, int row, bool hasStrata)
    {
        TableCell[] head =
        [
            TableCell.Number(row + 1, NumberKind.Count),
            .. hasStrata ? (TableCell[])[predictions.Strata[row] ?? "NA"] : [],
            TableCell.Number(predictions.LinearPredictor[row], NumberKind.Estimate),
            TableCell.Number(predictions.StandardError[row], NumberKind.Error),
        ];
        if (predictions.Times.IsEmpty)
        {
            return [new([.. head])];
        }

        ImmutableArray<FineGrayEstimate> steps = predictions.At(row);
        return steps.IsEmpty
            ? [new([.. head, .. Enumerable.Repeat(TableCell.Number(double.NaN, NumberKind.Probability), 5)])]
            : steps.Select((step, i) => new TableRow(
            [
                .. i == 0 ? head : head.Select(_ => TableCell.Empty),
                TableCell.Number(step.Time, NumberKind.Time),
                .. Cells(step),
            ]));
    }

    private static TableCell[] Cells(FineGrayEstimate step) =>
    [
        TableCell.Number(step.Incidence, NumberKind.Probability),
        TableCell.Number(step.StandardError, NumberKind.Probability),
        TableCell.Number(step.Lower, NumberKind.Probability),
        TableCell.Number(step.Upper, NumberKind.Probability),
    ];

    private static IEnumerable<TableNote> Missing(int rows) =>
        ResultSentences.WithoutPrediction(rows).Select(text => (TableNote)text);
}
