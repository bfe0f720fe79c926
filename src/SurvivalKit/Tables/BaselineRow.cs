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

    /// <summary>Whether the values are shown as median with quartiles and compared by ranks.</summary>
    public bool IsNonNormal { get; init; }

    /// <summary>The standardized difference of the two groups, on the first row of a variable; <see langword="null"/> where it was not
    /// asked
    /// for, not a number where it cannot be given.</summary>
    public double? StandardizedDifference { get; init; }

    /// <summary>Whether the row counts the missing values; then it has no percentage.</summary>
    public bool IsUnknown { get; init; }
}
