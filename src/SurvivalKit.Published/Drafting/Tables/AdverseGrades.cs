namespace SurvivalKit.Published;

/// <summary>The least grade of the adverse events that a table counts, by its caption and its headings.</summary>
internal static class AdverseGrades
{
    private const int Greatest = 5;

    /// <summary>The grade; <see langword="null"/>: the table is of no adverse events, or names no one least grade.</summary>
    public static int? Of(ReadTable read)
    {
        string caption = read.Name ?? "";
        bool isAdverse = caption.Contains("adverse", StringComparison.OrdinalIgnoreCase)
            || caption.Contains("toxicit", StringComparison.OrdinalIgnoreCase);
        int at = caption.IndexOf("grade", StringComparison.OrdinalIgnoreCase);
        if (!isAdverse || at < 0)
        {
            return null;
        }

        string behind = caption[(at + 5)..Math.Min(caption.Length, at + 14)];
        int grade = behind.FirstOrDefault(char.IsAsciiDigit) - '0';
        bool isOne = !behind.Any(c => c is '-' or '–' or '≥' or '+') && !behind.Contains("to", StringComparison.Ordinal)
            && !behind.Contains("or", StringComparison.Ordinal) && !behind.Contains("and", StringComparison.Ordinal);
        return grade is > 0 and <= Greatest && !isOne ? grade : null;
    }
}
