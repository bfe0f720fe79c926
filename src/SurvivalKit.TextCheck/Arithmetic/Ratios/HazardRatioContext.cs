namespace SurvivalKit.TextCheck;

/// <summary>What is known around a ratio. Everything may be left out.</summary>
public sealed record HazardRatioContext
{
    /// <summary>What the ratio compares; hazards unless it is said.</summary>
    public RatioKind Kind { get; init; }

    /// <summary>The test that P is said to be of: <see cref="TestKind.Wald"/> or <see cref="TestKind.LogRank"/>; <see langword="null"/>: not said.</summary>
    public TestKind? Test { get; init; }

    /// <summary>Whether P is said to be two-sided; <see langword="false"/>: not said, so that a one-sided P is not ruled out.</summary>
    public bool TwoSided { get; init; }

    /// <summary>Whether P is said to be one-sided.</summary>
    public bool OneSided { get; init; }

    /// <summary>Whether the model holds other covariates too, so that a score test of this one says nothing of its Wald test.</summary>
    public bool Adjusted { get; init; }

    /// <summary>Whether the ratio is known to compare two groups, as opposed to one unit of a number. Sizes of both groups say so too.</summary>
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
