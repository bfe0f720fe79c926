namespace SurvivalKit.Published;

/// <summary>A number that the study prints.</summary>
public sealed record Claim
{
    /// <summary>Place, row, column and aspect: <c>table2/Best response &gt; PD/All#n</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its place: <c>table2</c>, <c>figure1b</c>, <c>abstract</c>, <c>text</c> (the results), ...</summary>
    public required string Place { get; init; }

    /// <summary>The row with its headings; <see langword="null"/>: the place has no rows.</summary>
    public string? Row { get; init; }

    /// <summary>The column: <c>All</c>, an arm, or <c>P</c>; <see langword="null"/>: the row has no columns.</summary>
    public string? Column { get; init; }

    /// <summary>The aspect of the row: one of <see cref="Aspects"/>.</summary>
    public required string Aspect { get; init; }

    /// <summary>The number as printed, for example <c>.04</c> or <c>46.4%</c>.</summary>
    public required string Printed { get; init; }

    /// <summary>The number. A percentage is in percent.</summary>
    public required double Value { get; init; }

    /// <summary>How many decimals are printed.</summary>
    public required int Decimals { get; init; }

    /// <summary>Whether the quantity is the number, or below or above it.</summary>
    public ClaimRelation Relation { get; init; }

    /// <summary>The cell or the numbers around it, for example <c>21 (38.9)</c>; <see langword="null"/>: it is alone.</summary>
    public string? Context { get; init; }

    /// <summary>The part of the text; <see langword="null"/>: the place is enough.</summary>
    public string? Where { get; init; }

    /// <summary>The claim of the same quantity at the place where it is measured; <see langword="null"/>: this one.</summary>
    public string? SameAs { get; init; }

    /// <summary>Whether columns of a cohort can give the number.</summary>
    public bool Checkable { get; init; } = true;

    /// <summary>The reason where they cannot.</summary>
    public string? Reason { get; init; }
}
