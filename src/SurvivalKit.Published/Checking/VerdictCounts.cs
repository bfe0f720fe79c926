namespace SurvivalKit.Published;

/// <summary>How often each verdict occurs.</summary>
internal static class VerdictCounts
{
    /// <summary>The counts by the names of the verdicts.</summary>
    public static ResultRecord RecordOf(IEnumerable<KeyValuePair<Verdict, int>> counts)
    {
        var record = new ResultRecord();
        foreach ((Verdict verdict, int count) in counts)
        {
            record[verdict.ToName()] = count;
        }

        return record;
    }
}
