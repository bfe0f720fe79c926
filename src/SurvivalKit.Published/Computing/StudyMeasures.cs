namespace SurvivalKit.Published;

/// <summary>Computes the printed numbers of a study from a cohort, by the rows of its study file and the routines of SurvivalKit.</summary>
/// <example><code>
/// var checks = StudyMeasures.Compute(study, cohort, "table2");
/// Console.WriteLine(checks);
/// </code></example>
public static class StudyMeasures
{
    /// <summary>Computes and compares every claim.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cohort">Its patients.</param>
    /// <param name="place">One place only, for example <c>table2</c>; <see langword="null"/>: all.</param>
    /// <returns>A check of each claim, including those that cannot be checked.</returns>
    /// <exception cref="SurvivalDataException">The study has no such place.</exception>
    public static ClaimChecks Compute(Study study, Cohort cohort, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(cohort);
        if (place is not null && study.ClaimsOf(place).IsEmpty)
        {
            throw new SurvivalDataException(
                $"The study {study.Id} has no claims of the place \"{place}\"; places are {string.Join(", ", study.Claims.Select(c => c.Place).Distinct())}.");
        }

        var engine = new MeasureEngine(study, cohort);
        return new ClaimChecks(study, study.Claims.Where(claim => place is null || claim.Place == place).Select(engine.Check));
    }
}
