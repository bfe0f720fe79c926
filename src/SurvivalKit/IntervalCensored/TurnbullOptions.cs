namespace SurvivalKit;

/// <summary>The options of Turnbull's estimate.</summary>
public sealed record TurnbullOptions
{
    /// <summary>The confidence level of the bands, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The number of bootstrap samples from which the limits are taken; default: 0, no limits.</summary>
    public int Bootstrap { get; init; }

    /// <summary>The seed of the bootstrap samples; default: 1.</summary>
    public int Seed { get; init; } = 1;
}
