namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit logrank</c>; rho and gamma are null where the weights are of another family, trend and pairwise where they were not asked for.</summary>
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
    LogRankJson.TrendTest? Trend,
    LogRankJson.PairwiseTests? Pairwise)
{
    internal sealed record GroupCounts(string Group, int N, double Observed, double Expected);

    internal sealed record TrendTest(double ChiSquare, int Df, double P, IReadOnlyList<double> Scores);

    internal sealed record PairwiseTests(string Adjustment, IReadOnlyList<Pair> Comparisons);

    internal sealed record Pair(string First, string Second, double ChiSquare, int Df, double P, double AdjustedP);

    public static LogRankJson Of(LogRankResult result, LogRankTrend? trend, PairwiseLogRank? pairwise)
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
            trend is null ? null : new TrendTest(trend.ChiSquare, trend.DegreesOfFreedom, trend.P, trend.Scores),
            pairwise is null ? null : new PairwiseTests(Word(pairwise.Adjustment), [.. pairwise.Comparisons.Select(OfPair)]));
    }

    private static Pair OfPair(PairwiseComparison pair) => new(pair.First, pair.Second, pair.ChiSquare, pair.DegreesOfFreedom, pair.P, pair.AdjustedP);

    // The adjustment as the command line names it.
    private static string Word(PValueAdjustment adjustment) => adjustment switch
    {
        PValueAdjustment.Holm => "holm",
        PValueAdjustment.Bonferroni => "bonferroni",
        PValueAdjustment.BenjaminiHochberg => "bh",
        _ => "none",
    };
}
