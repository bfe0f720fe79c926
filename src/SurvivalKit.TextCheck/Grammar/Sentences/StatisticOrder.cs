namespace SurvivalKit.TextCheck;

/// <summary>Statistics of a paragraph in the order of its text, into which more are put.</summary>
internal static class StatisticOrder
{
    /// <summary>Whether none of them has a token of another.</summary>
    public static bool IsFree(List<Statistic> statistics, Statistic found) =>
        statistics.TrueForAll(other => other.End <= found.First || other.First >= found.End);

    /// <summary>Puts another at its place.</summary>
    public static void Insert(List<Statistic> statistics, Statistic found)
    {
        int at = statistics.FindIndex(other => other.First > found.First);
        statistics.Insert(at < 0 ? statistics.Count : at, found);
    }
}
