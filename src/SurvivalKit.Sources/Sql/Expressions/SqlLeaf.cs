namespace SurvivalKit.Sources;

/// <summary>A part of a formula that the database computes for each row: a column, or an expression without factors.</summary>
/// <param name="Node">The part.</param>
/// <param name="Value">Its value in SQL.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record SqlLeaf(FormulaNode Node, SqlText Value, SqlKind Kind)
{
    /// <summary>The labels of the whole numbers from 0 that <see cref="Value"/> has, where they stand for levels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
