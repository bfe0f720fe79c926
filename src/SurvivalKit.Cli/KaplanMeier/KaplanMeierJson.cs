namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit km</c>.</summary>
internal sealed record KaplanMeierJson(
    string Formula, int N, int Omitted, string ConfType, double Level, IReadOnlyList<KaplanMeierJson.Curve> Curves)
{
    internal sealed record Interval(double? Estimate, double? Lower, double? Upper);

    internal sealed record Quantile(double P, double? Estimate, double? Lower, double? Upper);

    internal sealed record Mean(double Tau, double Estimate, double Se);

    internal sealed record Point(double Time, double AtRisk, double Events, double Censored, double Survival, double Se, double Lower, double Upper);

    internal sealed record Curve(
        string Group, int N, double Events, Interval Median, IReadOnlyList<Quantile> Quantiles, Mean? Rmst, IReadOnlyList<Point> At, IReadOnlyList<Point> Steps);

    public static KaplanMeierJson Of(KaplanMeierCurves curves, string confidenceType, double[] times, double[] quantiles, double? horizon) => new(
        curves.Formula,
        curves.Observations,
        curves.Omitted,
        confidenceType,
        curves.Options.Level,
        [.. curves.Select(curve => OfCurve(curve, times, quantiles, horizon))]);

    private static Curve OfCurve(KaplanMeierCurve curve, double[] times, double[] quantiles, double? horizon)
    {
        QuantileEstimate median = curve.Median;
        return new Curve(
            curve.Group,
            curve.Observations,
            curve.EventTotal,
            new Interval(median.Estimate, median.Lower, median.Upper),
            [.. quantiles.Select(curve.Quantile).Select(q => new Quantile(q.Probability, q.Estimate, q.Lower, q.Upper))],
            horizon is { } tau && curve.RestrictedMean(tau) is var mean ? new Mean(tau, mean.Estimate, mean.StandardError) : null,
            times.Length == 0 ? [] : [.. curve.At(times).Select(row => new Point(row.Time, row.AtRisk, row.Events, row.Censored, row.Survival, row.StandardError, row.Lower, row.Upper))],
            [
                .. Enumerable.Range(0, curve.Time.Length).Select(i => new Point(
                    curve.Time[i], curve.AtRisk[i], curve.Events[i], curve.Censored[i], curve.Survival[i], curve.StandardError[i], curve.Lower[i], curve.Upper[i])),
            ]);
    }
}
