namespace SurvivalKit.TextCheck;

/// <summary>A column of a table in a text.</summary>
internal sealed record TextColumn
{
    /// <summary>The heading, in plain characters.</summary>
    public required string Heading { get; init; }

    /// <summary>The heading's tokens.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>The number of its patients; <see langword="null"/>: not printed.</summary>
    public int? N { get; init; }

    /// <summary>Whether it is of all patients of the other columns.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether it has P values.</summary>
    public bool IsP { get; init; }

    /// <summary>The hypothesis of its P values, where that is not the difference of the groups, such as <c>interaction</c>; otherwise
    /// <see langword="null"/>.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it has percentages whose counts are in the column before it.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Whether it has intervals whose ratios are in the column before it.</summary>
    public bool IsInterval { get; init; }

    /// <summary>The kind of ratio in it; <see langword="null"/>: none by its heading.</summary>
    public TextStatisticKind? Ratio { get; init; }

    /// <summary>Its name in a sentence.</summary>
    public string Name
    {
        get
        {
            // "EP alone (N = 42)" is called "EP alone".
            int bracket = Heading.IndexOfAny(['(', '[', ',']);
            string name = (bracket > 0 ? Heading[..bracket] : Heading).Trim();
            return name.Length == 0 ? "the column" : name;
        }
    }
}
