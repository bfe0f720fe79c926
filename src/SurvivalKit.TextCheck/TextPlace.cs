namespace SurvivalKit.TextCheck;

/// <summary>Where a statistic stands in a text.</summary>
public sealed record TextPlace
{
    /// <summary>The character of the given text where it starts, from 0.</summary>
    public int Offset { get; init; }

    /// <summary>How many characters of the given text it takes, with the markup between; of one that was broken, the first part.</summary>
    public int Length { get; init; }

    /// <summary>The character of <see cref="CheckedText.Text"/> where it starts, from 0.</summary>
    public int PlainOffset { get; init; }

    /// <summary>How many characters of <see cref="CheckedText.Text"/> it takes.</summary>
    public int PlainLength { get; init; }

    /// <summary>The heading above it; <see langword="null"/>: it stands before the first.</summary>
    public string? Section { get; init; }

    /// <summary>The page of the file, from 1, where the file has pages; otherwise <see langword="null"/>.</summary>
    public int? Page { get; init; }

    /// <summary>The caption of its table; <see langword="null"/>: it stands in running text, or its table has none.</summary>
    public string? Table { get; init; }

    /// <summary>The row of its table, from 1, headings not counted; <see langword="null"/>: it stands in running text.</summary>
    public int? Row { get; init; }

    /// <summary>The cell of its row, from 1, which is the label's; <see langword="null"/>: it stands in running text.</summary>
    public int? Cell { get; init; }

    /// <summary>The text before it: of its sentence, or of its row with bars between the cells; shortened at the start.</summary>
    public string Before { get; init; } = "";

    /// <summary>The text behind it, likewise; shortened at the end.</summary>
    public string After { get; init; } = "";
}
