using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a baseline table with the numbers behind it.</summary>
/// <param name="Variable">The variable, as it was given.</param>
/// <param name="Label">The label of the row.</param>
/// <param name="Level">The category; <see langword="null"/> for a measurement, an indicator, or the heading of
/// a group of categories.</param>
/// <param name="Cells">One cell a column of <see cref="BaselineTable.Groups"/>; empty for a heading.</param>
/// <param name="Test">The test of the variable, on its first row, where there is one.</param>
public sealed record BaselineRow(string Variable, string Label, string? Level, ImmutableArray<BaselineCell> Cells, TestResult? Test)
{
    /// <summary>Whether the values are dates, as days since 1970-01-01; a date has no test.</summary>
    public bool IsDate { get; init; }

    /// <summary>Whether the row counts the missing values; then it has no percentage.</summary>
    public bool IsUnknown { get; init; }
}
