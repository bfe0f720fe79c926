namespace SurvivalKit.Published;

/// <summary>The ratios of two arms of a cohort by the readings that need no model.</summary>
internal static class ArmComparison
{
    /// <summary>The sums of an arm and the reference arm, over the patients whose time and event are known.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="arm">The arm, a level of the arm's column.</param>
    public static ArmSums Of(Cohort cohort, StudyEndpoint endpoint, string arm)
    {
        string?[] arms = cohort.Columns.Levels(cohort.Study.ArmColumn);
        int[] patients = cohort.Columns.Observed(endpoint, Enumerable.Range(0, cohort.Count));
        Surv response = cohort.Columns.Response(endpoint, patients);
        double[] times = [.. response.Time.Distinct().Order()];
        int[] ranks = [.. response.Time.Select(time => Array.BinarySearch(times, time))];
        int[] order = [.. Enumerable.Range(0, patients.Length).OrderBy(i => ranks[i])];
        string reference = cohort.Study.ReferenceArm.Name;
        return ArmSums.Of(
            order,
            ranks,
            [.. response.Event],
            Array.ConvertAll(patients, i => arms[i] == arm ? 1 : arms[i] == reference ? 0 : -1),
            first: 1,
            reference: 0);
    }
}
