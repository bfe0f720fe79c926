namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit logrank</c>; rho and gamma are null where the weights are of another family.</summary>
internal sealed record LogRankJson(
    string Formula,
    string Test,
    double? Rho,
    double? Gamma,
    int N,
    int Omitted,
    double ChiSquare,
    int Df,
    double P,
    IReadOnlyList<LogRankJson.GroupCounts> Groups,
    object? Trend,
    object? Pairwise)
{
    internal sealed record GroupCounts(string Group, int N, double Observed, double Expected);

    public static LogRankJson Of(LogRankResult result)
    {
        bool hasPowers = result.Options.Weighting == LogRankWeighting.FlemingHarrington;
        return new LogRankJson(
            result.Formula,
            result.Test,
            hasPowers ? result.Options.Rho : null,
            hasPowers ? result.Options.Gamma : null,
            result.Observations,
            result.Omitted,
            result.ChiSquare,
            result.DegreesOfFreedom,
            result.P,
            [.. result.Groups.Select(group => new GroupCounts(group.Group, group.Observations, group.Observed, group.Expected))],
            Trend: null,
            Pairwise: null);
    }
}
