namespace SurvivalKit.TextCheck;

/// <summary>The results of checking a ratio, its interval and its P value against each other.</summary>
public sealed record HazardRatioResult
{
    /// <summary>The ratio; <see langword="null"/>: it was not given.</summary>
    public Judgement? Ratio { get; init; }

    /// <summary>The lower end; <see langword="null"/>: no interval was given.</summary>
    public Judgement? Lower { get; init; }

    /// <summary>The upper end; <see langword="null"/>: no interval was given.</summary>
    public Judgement? Upper { get; init; }

    /// <summary>The P value; <see langword="null"/>: it was not given.</summary>
    public Judgement? P { get; init; }

    /// <summary>The standard errors of the ratio's logarithm that the interval allows; <see langword="null"/>: not determined.</summary>
    public ValueRange? StandardError { get; init; }

    /// <summary>The two-sided P values of Wald's test that the ratio and its interval allow together; of the interval alone where they are
    /// inconsistent; <see langword="null"/>: not determined.</summary>
    public ValueRange? WaldP { get; init; }

    /// <summary>The least number of events that an interval of this width needs if the ratio compares two groups;
    /// <see cref="int.MaxValue"/>: no number is enough for groups of these sizes; <see langword="null"/>: not determined.</summary>
    public int? LeastEvents { get; init; }

    /// <summary>The least favourable of the four.</summary>
    public required Judgement Summary { get; init; }
}
