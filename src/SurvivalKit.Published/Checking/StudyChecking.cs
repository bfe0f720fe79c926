namespace SurvivalKit.Published;

/// <summary>Checks claims of a study one by one.</summary>
public static class StudyChecking
{
    /// <summary>Compares a computed number with what a claim prints.</summary>
    /// <param name="study">The study.</param>
    /// <param name="id">The claim.</param>
    /// <param name="computed">The computed value; <see langword="null"/> or NaN: it could not be computed.</param>
    /// <exception cref="SurvivalDataException">There is no such claim.</exception>
    public static ClaimCheck Check(this Study study, string id, double? computed)
    {
        ArgumentNullException.ThrowIfNull(study);
        return ClaimCheck.Compare(study[id], computed);
    }
}
