namespace SurvivalKit;

/// <summary>How <see cref="PersonTime.Tabulate"/> counts; the arguments of R's pyears.</summary>
public sealed record PersonTimeOptions
{
    /// <summary>The length of one unit of person-time in the unit of the data; default: 365.25, so that days become years. R's
    /// scale.</summary>
    public double Scale { get; init; } = 365.25;

    /// <summary>The number of units that rates are given for, as 1000 for events in 1000 person-years; default: 1.</summary>
    public double Per { get; init; } = 1;

    /// <summary>The confidence level of the rates; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The column of case weights; default: none. R's weights.</summary>
    public string? Weights { get; init; }
}
