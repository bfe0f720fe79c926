namespace SurvivalKit.Cli;

/// <summary>Baseline hazards and predictions in the JSON of <c>survkit cox</c>.</summary>
internal static class CoxPredictedJson
{
    internal sealed record Step(string Stratum, double Time, double CumulativeHazard, double Survival);

    internal sealed record Point(double Time, double Survival, double Se, double Lower, double Upper);

    internal sealed record Row(
        [property: System.Text.Json.Serialization.JsonPropertyName("row")] int Number, string? Stratum, double LinearPredictor, double Se, double Risk, IReadOnlyList<Point>? At);

    public static IReadOnlyList<Step>? Baseline(CoxPredicted predicted) => predicted.Baseline is null
        ? null
        :
        [
            .. predicted.Baseline.SelectMany(curve => curve.Time
                .Zip(curve.CumulativeHazard, curve.Survival)
                .Select(step => new Step(curve.Stratum, step.First, step.Second, step.Third))),
        ];

    public static IReadOnlyList<Row>? Predictions(CoxPredicted predicted) => predicted.Predictions is not { } rows
        ? null
        :
        [
            .. Enumerable.Range(0, rows.Count).Select(row => new Row(
                row + 1,
                predicted.StratumOf(row),
                rows.LinearPredictor[row],
                rows.StandardError[row],
                Math.Exp(rows.LinearPredictor[row]),
                predicted.At(row)?.Select(step => new Point(step.Time, step.Survival, step.StandardError, step.Lower, step.Upper)).ToArray() ?? [])),
        ];
}
