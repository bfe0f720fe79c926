using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a table of survival for print shows.</summary>
public sealed record SurvivalTableOptions
{
    /// <summary>The times at which survival is shown, in the unit of the data; default: none.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>The unit of time, such as months; <see langword="null"/>: it is not named. Default: null.</summary>
    public string? Unit { get; init; }

    /// <summary>The labels of the groups, in their order; default: as the formula makes them.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The decimals of percentages, 0 to 6; default: 1.</summary>
    public int Decimals { get; init; } = 1;
}
