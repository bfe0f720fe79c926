namespace SurvivalKit.Published;

/// <summary>Checks claims of a study one by one.</summary>
public static class StudyChecking
{
    /// <summary>Compares a computed number with what a claim prints.</summary>
    /// <param name="study">The study.</param>
    /// <param name="id">The claim.</param>
    /// <param name="computed">What was computed; <see langword="null"/> or NaN: nothing could be.</param>
    /// <exception cref="SurvivalDataException">There is no such claim.</exception>
    public static ClaimCheck Check(this Study study, string id, double? computed)
    {
        ArgumentNullException.ThrowIfNull(study);
        return ClaimCheck.Compare(study[id], computed);
    }
}
