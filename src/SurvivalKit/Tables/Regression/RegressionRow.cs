using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a regression table with the numbers behind it.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Variable">The term as the formula has it: <c>factor(sex)</c>, <c>age:sex</c>.</param>
/// <param name="Level">The level, or the levels of an interaction with commas between them; <see langword="null"/> for the row of a whole
/// variable.</param>
/// <param name="Label">What is printed.</param>
/// <param name="Cells">A cell a model; <see langword="null"/> where the model does not have the row.</param>
public sealed record RegressionRow(
    RegressionRowKind Kind, string Variable, string? Level, string Label, ImmutableArray<RegressionCell?> Cells)
{
    /// <summary>The names by which <see cref="RegressionOptions.Labels"/> can label the row or a part of it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The indent of the label: 1 for a level.</summary>
    public int Indent => Kind == RegressionRowKind.Level ? 1 : 0;
}
