namespace SurvivalKit;

/// <summary>The JSON record of Turnbull's estimate.</summary>
internal static class TurnbullRecords
{
    public static ResultRecord OfCurve(TurnbullCurve curve) => new()
    {
        ["group"] = curve.Group,
        ["n"] = curve.Observations,
        ["exact"] = curve.Exact,
        ["leftCensored"] = curve.LeftCensored,
        ["rightCensored"] = curve.RightCensored,
        ["status"] = curve.Status,
        ["logLikelihood"] = curve.LogLikelihood,
        ["violation"] = curve.Violation,
        ["median"] = new ResultRecord { ["lower"] = curve.Quantile(0.5).Lower, ["upper"] = curve.Quantile(0.5).Upper },
        ["masses"] = curve.Masses.Select(mass => new ResultRecord
        {
            ["lower"] = mass.Lower,
            ["upper"] = mass.Upper,
            ["probability"] = mass.Probability,
            ["survival"] = mass.Survival,
            ["survivalLower"] = mass.SurvivalLower,
            ["survivalUpper"] = mass.SurvivalUpper,
        }),
    };
}
