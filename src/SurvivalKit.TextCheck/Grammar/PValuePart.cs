namespace SurvivalKit.TextCheck;

/// <summary>A P value with the text's information on its test.</summary>
/// <param name="Relation"><c>=</c>, <c>&lt;</c> or <c>&gt;</c>.</param>
/// <param name="Number">The number.</param>
/// <param name="Text">As <c>= .005</c>, in plain characters.</param>
internal sealed record PValuePart(char Relation, PrintedNumber Number, string Text)
{
    /// <summary>Whether the text calls its test the log-rank test.</summary>
    public bool IsLogRank { get; init; }

    /// <summary>Whether the text calls it one-sided.</summary>
    public bool IsOneSided { get; init; }

    /// <summary>Its hypothesis, where that is not the difference of groups: <c>interaction</c>, <c>trend</c>; <see langword="null"/>: not
    /// stated.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it lies between 0 and 1.</summary>
    public bool IsProbability => Number.Value is >= 0 and <= 1;
}
