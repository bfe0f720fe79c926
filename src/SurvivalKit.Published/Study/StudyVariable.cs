using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A column of the cohort.</summary>
public sealed record StudyVariable
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>What a reader calls it.</summary>
    public required string Label { get; init; }

    /// <summary>What its values are.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>The levels of a category in order, the reference level first; otherwise empty.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The unit of a number or a time; <see langword="null"/>: none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value a number may have.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value a number may have.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The decimals that a number or a time is kept with.</summary>
    public int Decimals { get; init; }

    /// <summary>The grades that are recorded; otherwise empty.</summary>
    public ImmutableArray<int> Grades { get; init; } = [];

    /// <summary>For a grade column that sums up others: those columns. It holds its grade where one of them does.</summary>
    public ImmutableArray<string> AnyOf { get; init; } = [];

    /// <summary>For an indicator that the study names but does not count: the share of patients that are given it.</summary>
    public double? Share { get; init; }

    /// <summary>How the levels of a category go with an endpoint; <see langword="null"/>: not at all.</summary>
    public LevelsByTime? Follows { get; init; }
}
