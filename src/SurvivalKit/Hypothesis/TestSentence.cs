namespace SurvivalKit;

/// <summary>Tests in a sentence.</summary>
internal static class TestSentence
{
    /// <summary><c>chi-square = 10.33 on 1 df, P = .001</c>.</summary>
    public static string ChiSquare(double statistic, double freedom, double p) =>
        $"chi-square = {NumberText.Format(statistic, NumberKind.Statistic)} on {NumberText.Format(freedom, NumberKind.Freedom)} df, {PValue.Sentence(p)}";

    /// <summary><c>Welch's t test: t = −1.40, df = 26.61, P = .17</c>.</summary>
    public static string Whole(TestResult test)
    {
        string statistic = test.Statistic is { } value ? $"{test.StatisticName} = {NumberText.Format(value, NumberKind.Statistic)}, " : "";
        string freedom = test.DegreesOfFreedom is { } df ? $"df = {NumberText.Format(df, NumberKind.Freedom)}, " : "";
        return $"{test.Test}: {statistic}{freedom}{PValue.Sentence(test.P)}";
    }
}
