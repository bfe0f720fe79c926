namespace SurvivalKit;

internal static class TestText
{
    public static string Line(TestResult result)
    {
        string statistic = result.Statistic is { } value ? $"{result.StatisticName} = {NumberText.Significant(value)}, " : "";
        string freedom = result.DegreesOfFreedom is { } df ? $"df = {NumberText.Freedom(df)}, " : "";
        return $"{result.Test}: {statistic}{freedom}{PValue.Sentence(result.P)}";
    }
}
