namespace SurvivalKit;

/// <summary>Curves as the records of their JSON.</summary>
internal static class CurveRecords
{
    /// <summary>Kaplan-Meier curves with their summary options.</summary>
    public static ResultRecord Write(
        IReadOnlyList<KaplanMeierCurve> curves, string formula, int omitted, KaplanMeierSummaryOptions asked) => new()
        {
            ["formula"] = formula,
            ["n"] = curves.Sum(curve => curve.Observations),
            ["omitted"] = omitted,
            ["confType"] = WordOf(curves[0].Options.ConfidenceType),
            ["level"] = curves[0].Options.Level,
            ["curves"] = curves.Select(curve => OfCurve(curve, asked)),
        };

    /// <summary>Cumulative hazards.</summary>
    public static ResultRecord Write(IReadOnlyList<NelsonAalenCurve> curves, string formula, int omitted) => new()
    {
        ["formula"] = formula,
        ["n"] = curves.Sum(curve => curve.Observations),
        ["omitted"] = omitted,
        ["method"] = curves[0].Options.Method,
        ["level"] = curves[0].Options.Level,
        ["curves"] = curves.Select(curve => new ResultRecord
        {
            ["group"] = curve.Group,
            ["n"] = curve.Observations,
            ["events"] = curve.EventTotal,
            ["steps"] = Enumerable.Range(0, curve.Time.Length).Select(i => new ResultRecord
            {
                ["time"] = curve.Time[i],
                ["atRisk"] = curve.AtRisk[i],
                ["events"] = curve.Events[i],
                ["censored"] = curve.Censored[i],
                ["cumulativeHazard"] = curve.CumulativeHazard[i],
                ["se"] = curve.StandardError[i],
                ["lower"] = curve.Lower[i],
                ["upper"] = curve.Upper[i],
            }),
        }),
    };

    /// <summary>The scale of intervals as R names it.</summary>
    public static string WordOf(ConfidenceType type) => type switch
    {
        ConfidenceType.Plain => "plain",
        ConfidenceType.Log => "log",
        ConfidenceType.LogLog => "log-log",
        ConfidenceType.Logit => "logit",
        _ => "arcsin",
    };

    private static ResultRecord OfCurve(KaplanMeierCurve curve, KaplanMeierSummaryOptions asked) => new()
    {
        ["group"] = curve.Group,
        ["n"] = curve.Observations,
        ["events"] = curve.EventTotal,
        ["median"] =
            new ResultRecord { ["estimate"] = curve.Median.Estimate, ["lower"] = curve.Median.Lower, ["upper"] = curve.Median.Upper },
        ["quantiles"] = asked.Quantiles.Select(curve.Quantile).Select(quantile => new ResultRecord
        {
            ["p"] = quantile.Probability,
            ["estimate"] = quantile.Estimate,
            ["lower"] = quantile.Lower,
            ["upper"] = quantile.Upper,
        }),
        ["rmst"] = asked.Horizon is { } tau && curve.RestrictedMean(tau) is var mean
            ? new ResultRecord { ["tau"] = tau, ["estimate"] = mean.Estimate, ["se"] = mean.StandardError }
            : null,
        ["at"] = (asked.Times.IsEmpty ? [] : curve.At(asked.Times)).Select(row =>
            Step(row.Time, row.AtRisk, row.Events, row.Censored, row.Survival, row.StandardError, row.Lower, row.Upper)),
        ["steps"] = Enumerable.Range(0, curve.Time.Length).Select(i => Step(
            curve.Time[i],
            curve.AtRisk[i],
            curve.Events[i],
            curve.Censored[i],
            curve.Survival[i],
            curve.StandardError[i],
            curve.Lower[i],
            curve.Upper[i])),
    };

    private static ResultRecord Step(
        double time, double atRisk, double events, double censored, double survival, double error, double lower, double upper) => new()
        {
            ["time"] = time,
            ["atRisk"] = atRisk,
            ["events"] = events,
            ["censored"] = censored,
            ["survival"] = survival,
            ["se"] = error,
            ["lower"] = lower,
            ["upper"] = upper,
        };
}
