namespace SurvivalKit.Fuzz;

/// <summary>The log-rank family as R's <c>survdiff</c> gives it.</summary>
internal static class LogRankAnswers
{
    public static readonly IReadOnlyList<string> Keys = ["observed", "expected", "variance", "chisq"];

    public static void Add(Dictionary<string, double[]> values, Question question, FuzzSet set)
    {
        LogRankResult test = LogRank.Test(set.ToFrame(), question.Formula, new() { Rho = question.Rho });
        int groups = test.Groups.Length;
        values["observed"] = [.. test.Groups.Select(group => group.Observed)];
        values["expected"] = [.. test.Groups.Select(group => group.Expected)];
        values["variance"] = [.. Enumerable.Range(0, groups * groups).Select(place => test.Variance(place / groups, place % groups))];
        values["chisq"] = [test.ChiSquare];
    }
}
