namespace SurvivalKit.TextCheck;

/// <summary>A P value with what the text says of its test.</summary>
/// <param name="Relation"><c>=</c>, <c>&lt;</c> or <c>&gt;</c>.</param>
/// <param name="Number">The number.</param>
/// <param name="Text">As <c>= .005</c>, in plain characters.</param>
internal sealed record PValuePart(char Relation, PrintedNumber Number, string Text)
{
    /// <summary>Whether the text calls its test the log-rank test.</summary>
    public bool IsLogRank { get; init; }

    /// <summary>Whether the text calls it that of one side.</summary>
    public bool IsOneSided { get; init; }

    /// <summary>What it is of, where that is another question than whether groups differ: <c>interaction</c>, <c>trend</c>; <see langword="null"/>: nothing of the kind is said.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it lies between 0 and 1.</summary>
    public bool IsProbability => Number.Value is >= 0 and <= 1;
}
