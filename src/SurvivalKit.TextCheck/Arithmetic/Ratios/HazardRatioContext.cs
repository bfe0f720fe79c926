namespace SurvivalKit.TextCheck;

/// <summary>The known context of a ratio. All properties are optional.</summary>
public sealed record HazardRatioContext
{
    /// <summary>What the ratio compares; default: hazards.</summary>
    public RatioKind Kind { get; init; }

    /// <summary>What is known of the method of the interval; default: nothing.</summary>
    public RatioIntervalMethod Interval { get; init; }

    /// <summary>The stated test of P: <see cref="TestKind.Wald"/> or <see cref="TestKind.LogRank"/>; <see langword="null"/>: not
    /// stated.</summary>
    public TestKind? Test { get; init; }

    /// <summary>Whether P is stated to be two-sided; <see langword="false"/>: not stated, so that a one-sided P is possible.</summary>
    public bool TwoSided { get; init; }

    /// <summary>Whether P is stated to be one-sided.</summary>
    public bool OneSided { get; init; }

    /// <summary>Whether the model has other covariates, so that a score test of this one gives no bound for its Wald test.</summary>
    public bool Adjusted { get; init; }

    /// <summary>Whether the ratio is known to compare two groups, as opposed to one unit of a number. Sizes of both groups imply
    /// it.</summary>
    public bool TwoGroups { get; init; }

    /// <summary>The number of patients in the comparison; <see langword="null"/>: not known.</summary>
    public int? Patients { get; init; }

    /// <summary>The number of events in the comparison; <see langword="null"/>: not known.</summary>
    public int? Events { get; init; }

    /// <summary>The size of one of two groups; <see langword="null"/>: not known.</summary>
    public int? FirstGroup { get; init; }

    /// <summary>The size of the other group; <see langword="null"/>: not known.</summary>
    public int? SecondGroup { get; init; }

    internal bool ComparesTwoGroups => TwoGroups || (FirstGroup is not null && SecondGroup is not null);
}
