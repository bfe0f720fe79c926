namespace SurvivalKit.TextCheck;

/// <summary>What is known of the methods behind an estimate with uncertainty.</summary>
internal sealed record EffectContext
{
    /// <summary>The scale of the interval's symmetry; default: the plain one.</summary>
    public EffectScale Scale { get; init; }

    /// <summary>Whether the interval may have its estimate elsewhere than in the middle: by bootstrap, of a profile, back from another
    /// scale.</summary>
    public bool MayBeAsymmetric { get; init; }

    /// <summary>Why P may be that of another test than the interval's; <see langword="null"/>: nothing says so.</summary>
    public string? OtherTest { get; init; }

    /// <summary>Whether P may be larger by a correction for the number of tests.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Whether tests are one-sided, so that P may be 1 less half of the two-sided one.</summary>
    public bool IsOneSided { get; init; }

    /// <summary>The fewest degrees of freedom that are considered; with more, Student's t is nearer to the normal distribution.</summary>
    public double LeastFreedom { get; init; } = 4;

    /// <summary>Whether the standard error may be another than the interval's.</summary>
    public bool HasOtherErrors { get; init; }
}
