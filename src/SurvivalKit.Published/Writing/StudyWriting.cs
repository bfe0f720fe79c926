namespace SurvivalKit.Published;

/// <summary>Writes studies as study files.</summary>
/// <remarks>These extension members of <see cref="Study"/> are here because a study does not depend on its file format.</remarks>
public static class StudyWriting
{
    /// <summary>The text of a study file that is read as this study again: a line a variable, row and claim.</summary>
    /// <param name="study">The study.</param>
    public static string ToStudyFile(this Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return StudyFileText.Write(study);
    }
}
