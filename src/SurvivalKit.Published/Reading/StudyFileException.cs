namespace SurvivalKit.Published;

/// <summary>A study file, or a file of recorded verdicts, that cannot be used: file, JSON path and reason in one sentence.</summary>
public sealed class StudyFileException : SurvivalDataException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="jsonPath">The position in the file, for example <c>$.claims[3].value</c>.</param>
    /// <param name="reason">What is wrong and what was expected.</param>
    public StudyFileException(string fileName, string jsonPath, string reason)
        : base($"{fileName}, {jsonPath}: {reason}")
    {
        FileName = fileName;
        JsonPath = jsonPath;
        Reason = reason;
    }

    /// <summary>The file.</summary>
    public string FileName { get; }

    /// <summary>The position in the file; <c>$</c> is the whole file.</summary>
    public string JsonPath { get; }

    /// <summary>What is wrong and what was expected.</summary>
    public string Reason { get; }
}
