namespace SurvivalKit.TextCheck;

/// <summary>The findings of a text alone: <see cref="TextCheck.Run"/> without the text itself.</summary>
public static class PrintedText
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The text, with or without markup.</param>
    /// <param name="options">How it is read; <see langword="null"/>: <see cref="TextCheckOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="SurvivalDataException">The confidence level is not between 0 and 1.</exception>
    public static TextFindings Check(string text, TextCheckOptions? options = null) => TextCheck.Run(text, options).Findings;
}
