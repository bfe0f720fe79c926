using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The type as which a column of a file is read; the loader infers it where the schema does not say.</summary>
/// <remarks>Write <c>ColumnKind.Number</c>, <c>ColumnKind.Text</c>, ... or
/// <c>ColumnKind.Factor("EP alone", "Atezolizumab + EP")</c>.</remarks>
public abstract record ColumnKind
{
    private ColumnKind(string expected) => Expected = expected;

    /// <summary>A real number, kept as <see cref="double"/>.</summary>
    public static ColumnKind Number { get; } = new Plain("a number");

    /// <summary>A whole number, kept as <see cref="int"/> where all values fit, otherwise as <see cref="long"/>.</summary>
    public static ColumnKind WholeNumber { get; } = new Plain("a whole number");

    /// <summary>True or false, kept as <see cref="bool"/>; read from TRUE, FALSE, T, F, true and false.</summary>
    public static ColumnKind Logical { get; } = new Plain("TRUE or FALSE");

    /// <summary>A date or a date with a time in ISO 8601, kept as <see cref="DateTime"/>.</summary>
    public static ColumnKind Date { get; } = new Plain("a date as 2024-03-31");

    /// <summary>Text, unchanged, kept as <see cref="string"/>.</summary>
    public static ColumnKind Text { get; } = new Plain("text");

    /// <summary>A description of the expected value, for error messages.</summary>
    internal string Expected { get; }

    /// <summary>Text from an ordered list of levels, kept as a <see cref="FactorColumn"/>.</summary>
    /// <param name="levels">The levels in order; none: the distinct values of the file in sorted order.</param>
    public static ColumnKind Factor(params IEnumerable<string> levels) => new OfLevels([.. levels]);

    internal sealed record Plain(string What) : ColumnKind(What);

    internal sealed record OfLevels(ImmutableArray<string> Levels)
        : ColumnKind(Levels.IsEmpty ? "text" : "one of " + FactorColumn.ListOf(Levels));
}
