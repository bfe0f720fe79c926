using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>A variable of a formula in SQL: a number, several columns, or a factor.</summary>
/// <param name="Value">A number, or the place of the level; null where it is missing.</param>
internal sealed record SqlVariable(SqlText Value)
{
    /// <summary>The columns of a spline or polynomial; empty for any other.</summary>
    public ImmutableArray<SqlText> Columns { get; init; } = [];

    /// <summary>What each adds to the name of the term.</summary>
    public ImmutableArray<string> Suffixes { get; init; } = [];

    /// <summary>The place of the level among those that are used, in the name that the variable has in a subquery; <see langword="null"/>
    /// where all are.</summary>
    public SqlText? Code { get; init; }

    /// <summary>The levels of a factor, whose codes are the places themselves; <see langword="null"/> for any other.</summary>
    public FormulaValue.Levels? Levels { get; init; }
}
