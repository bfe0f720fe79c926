namespace SurvivalKit.Published.Tests;

/// <summary>Forty invented subjects whose figures can be counted by hand.</summary>
internal static class InventedCohort
{
    /// <summary>Tea: weights 60 and 80 in turn, one large cup. Coffee: weight 81, 14 large cups, 5 jitters. Water:
    /// 7 large cups, weights missing. Everybody falls asleep, on days 1, 2, 3, ... of the arm; every fourth spilled.</summary>
    public static string Text { get; } = "id,drink,weight,cup,spilled,sleep_days,asleep,ae_jitter\n"
        + string.Concat(Enumerable.Range(1, 12).Select(i => Line($"T{i}", "Tea", i % 2 == 0 ? "80" : "60", i == 1, i, 0)))
        + string.Concat(Enumerable.Range(1, 15).Select(i => Line($"C{i}", "Coffee", "81", i > 1, i, i <= 5 ? 3 : i == 6 ? 1 : 0)))
        + string.Concat(Enumerable.Range(1, 13).Select(i => Line($"W{i}", "Water", "", i <= 7, i, 0)));

    public static Cohort Of(Study study, string? text = null)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, Cohort.PatientsFile), text ?? Text);
            return Cohort.Load(study, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Line(string id, string drink, string weight, bool large, int day, int jitter) =>
        FormattableString.Invariant($"{id},{drink},{weight},{(large ? "large" : "small")},{(day % 4 == 0 ? 1 : 0)},{day},1,{jitter}\n");
}
