namespace SurvivalKit.Benchmarks;

/// <summary>The log-rank test against <c>survdiff</c>.</summary>
internal static class ComparisonCases
{
    public static IEnumerable<PeerCase> All => [Case("continuous", "time"), Case("tied", "day")];

    private static PeerCase<LogRankResult> Case(string times, string time)
    {
        string formula = $"Surv({time}, status) ~ arm";
        return new($"log-rank, three groups, {times}")
        {
            Ours = data => () => LogRank.Test(data, formula),
            Theirs = $"survdiff({formula}, peers)",
            Quantities =
            [
                new("chi-square", test => [test.ChiSquare], "result$chisq"),
                new("P", test => [test.P], "pchisq(result$chisq, 2, lower.tail = FALSE)"),
                new("observed", test => test.Groups.Select(group => group.Observed), "result$obs"),
                new("expected", test => test.Groups.Select(group => group.Expected), "result$exp"),
                new(
                    "variance",
                    test => from first in Enumerable.Range(
                        0, test.Groups.Length) from second in Enumerable.Range(0, test.Groups.Length) select test.Variance(first, second),
                    "result$var"),
            ],
        };
    }
}
