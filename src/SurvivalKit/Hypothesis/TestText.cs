using System.Globalization;

namespace SurvivalKit;

internal static class TestText
{
    public static string Line(TestResult result)
    {
        string statistic = result.Statistic is { } value ? $"{result.StatisticName} = {Number(value)}, " : "";
        string freedom = result.DegreesOfFreedom is { } df ? $"df = {Number(df)}, " : "";
        return $"{result.Test}: {statistic}{freedom}{PValue.Sentence(result.P)}";
    }

    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
