namespace SurvivalKit.Published;

/// <summary>What one check says of one claim.</summary>
public sealed record AuditFinding
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The check.</summary>
    public required AuditCheck Check { get; init; }

    /// <summary>The verdict of this check alone; <see cref="Verdict.NotCheckable"/>: the number agrees, but the check does not determine it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the check computed; <see langword="null"/>: not one number.</summary>
    public double? Computed { get; init; }

    /// <summary>How, for example <c>Fisher's exact test</c> or <c>24 of 56</c>; <see langword="null"/>: not said.</summary>
    public string? Method { get; init; }

    /// <summary>The arithmetic that a reader can follow by hand: the numbers, the steps, the nearest admissible value; <see langword="null"/>: none is needed.</summary>
    public string? Witness { get; init; }

    /// <summary>The rule of rounding, where it is not half up; <see langword="null"/>: half up, or no rounding is in it.</summary>
    public RoundingRule? Rule { get; init; }

    /// <summary>Whether the sentence is said of the claim whatever other check decides its verdict: the claim is part of a sum that does not hold, for example.</summary>
    public bool IsAlwaysSaid { get; init; }

    internal static AuditFinding Of(Claim claim, AuditCheck check, Verdict verdict, string sentence) => new()
    {
        Claim = claim,
        Check = check,
        Verdict = verdict,
        Sentence = sentence,
    };
}
