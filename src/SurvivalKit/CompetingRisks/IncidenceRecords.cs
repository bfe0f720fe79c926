namespace SurvivalKit;

/// <summary>Incidences as the records of their JSON.</summary>
internal static class IncidenceRecords
{
    public static ResultRecord Write(
        IReadOnlyList<CumulativeIncidenceCurve> curves,
        string formula,
        int omitted,
        string? censored,
        CumulativeIncidenceSummaryOptions asked) => new()
        {
            ["formula"] = formula,
            ["n"] = curves.Sum(curve => curve.Observations),
            ["omitted"] = omitted,
            ["censored"] = censored,
            ["confType"] = CurveRecords.WordOf(curves[0].Options.ConfidenceType),
            ["level"] = curves[0].Options.Level,
            ["curves"] = curves.Select(curve => OfCurve(curve, asked)),
        };

    private static ResultRecord OfCurve(CumulativeIncidenceCurve curve, CumulativeIncidenceSummaryOptions asked) => new()
    {
        ["group"] = curve.Group,
        ["n"] = curve.Observations,
        ["causes"] = curve.Causes.Select(cause => OfCause(curve, cause, asked)),
        ["survival"] = Enumerable.Range(0, curve.Time.Length).Select(i => new ResultRecord
        {
            ["time"] = curve.Time[i],
            ["atRisk"] = curve.AtRisk[i],
            ["censored"] = curve.Censored[i],
            ["survival"] = curve.Survival[i],
            ["se"] = curve.SurvivalError[i],
            ["lower"] = curve.SurvivalLower[i],
            ["upper"] = curve.SurvivalUpper[i],
        }),
    };

    private static ResultRecord OfCause(
        CumulativeIncidenceCurve curve, CauseIncidence cause, CumulativeIncidenceSummaryOptions asked) => new()
        {
            ["cause"] = cause.Cause,
            ["events"] = cause.EventTotal,
            ["quantiles"] = asked.Quantiles.Select(cause.Quantile).Select(quantile => new ResultRecord
            {
                ["p"] = quantile.Probability,
                ["estimate"] = quantile.Estimate,
                ["lower"] = quantile.Lower,
                ["upper"] = quantile.Upper,
            }),
            ["timeLost"] = asked.Horizon is { } tau && cause.TimeLost(tau) is var mean
                ? new ResultRecord { ["tau"] = tau, ["estimate"] = mean.Estimate, ["se"] = mean.StandardError }
                : null,
            ["at"] = (asked.Times.IsEmpty ? [] : cause.At(asked.Times)).Select(Step),
            ["steps"] = Enumerable.Range(0, curve.Time.Length).Select(i => Step(new(
                curve.Time[i],
                curve.AtRisk[i],
                cause.Events[i],
                cause.Incidence[i],
                cause.StandardError[i],
                cause.Lower[i],
                cause.Upper[i]))),
        };

    private static ResultRecord Step(IncidenceEstimate row) => new()
    {
        ["time"] = row.Time,
        ["atRisk"] = row.AtRisk,
        ["events"] = row.Events,
        ["incidence"] = row.Incidence,
        ["se"] = row.StandardError,
        ["lower"] = row.Lower,
        ["upper"] = row.Upper,
    };
}
