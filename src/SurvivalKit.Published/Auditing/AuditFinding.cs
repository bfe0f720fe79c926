namespace SurvivalKit.Published;

/// <summary>The result of one check for one claim.</summary>
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

    /// <summary>The computed value; <see langword="null"/>: not one number.</summary>
    public double? Computed { get; init; }

    /// <summary>The method, for example <c>Fisher's exact test</c> or <c>24 of 56</c>; <see langword="null"/>: not given.</summary>
    public string? Method { get; init; }

    /// <summary>The arithmetic that a reader can check by hand: the numbers, the steps, the nearest admissible value;
    /// <see langword="null"/>: none is needed.</summary>
    public string? Witness { get; init; }

    /// <summary>The rule of rounding, where it is not half up; <see langword="null"/>: half up, or without rounding.</summary>
    public RoundingRule? Rule { get; init; }

    /// <summary>Whether the sentence is reported for the claim whichever check decides its verdict, for example that it is part of an
    /// inconsistent sum.</summary>
    public bool IsAlwaysSaid { get; init; }

    internal static AuditFinding Of(Claim claim, AuditCheck check, Verdict verdict, string sentence) => new()
    {
        Claim = claim,
        Check = check,
        Verdict = verdict,
        Sentence = sentence,
    };
}
