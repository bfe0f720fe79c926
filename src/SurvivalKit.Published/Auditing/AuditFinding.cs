namespace SurvivalKit.Published;

/// <summary>What one check says of one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Check">The check.</param>
/// <param name="Judgement">The judgement of this check alone; <see cref="Verdict.NotCheckable"/>: the number agrees, but the check
/// does not determine it.</param>
public sealed record AuditFinding(Claim Claim, AuditCheck Check, Judgement Judgement)
{
    /// <summary>Whether the sentence is said of the claim whatever other check decides its verdict: the claim is part of a sum that does
    /// not hold, for example.</summary>
    public bool IsAlwaysSaid { get; init; }

    /// <summary>What a number agrees with but is not determined by.</summary>
    internal static AuditFinding Agrees(Claim claim, AuditCheck check, string sentence) =>
        new(claim, check, Judgement.NotCheckable(sentence));
}
