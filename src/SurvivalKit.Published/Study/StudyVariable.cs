using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A column of the cohort.</summary>
public sealed record StudyVariable
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The label for readers.</summary>
    public required string Label { get; init; }

    /// <summary>The kind of its values.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>The levels of a category in order, the reference level first; otherwise empty.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The unit of a number or a time; <see langword="null"/>: none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value a number may have.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value a number may have.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The decimals with which a number or a time is stored.</summary>
    public int Decimals { get; init; }

    /// <summary>The grades that are recorded; otherwise empty.</summary>
    public ImmutableArray<int> Grades { get; init; } = [];

    /// <summary>For a grade column that summarises others: those columns. It has its grade where one of them has it.</summary>
    public ImmutableArray<string> AnyOf { get; init; } = [];

    /// <summary>For an indicator that the study names but does not count: the assumed proportion of patients with it.</summary>
    public double? Share { get; init; }

    /// <summary>How the levels of a category are associated with an endpoint; <see langword="null"/>: not.</summary>
    public LevelsByTime? Follows { get; init; }
}
