namespace SurvivalKit.Published;

/// <summary>A claim of a study after its notebooks ran.</summary>
/// <param name="Audited">The claim with its final verdict.</param>
/// <param name="Check">What the notebooks found when they computed it; <see langword="null"/>: none of them did.</param>
/// <param name="Recorded">The recorded verdict; <see langword="null"/>: there is none.</param>
/// <param name="Origin">The cell that computed it; <see langword="null"/>: none did.</param>
public sealed record ReproducedClaim(AuditedClaim Audited, ClaimCheck? Check, Verdict? Recorded, CellOrigin? Origin)
{
    /// <summary>The claim.</summary>
    public Claim Claim => Audited.Claim;

    /// <summary>Whether the final verdict is the recorded one.</summary>
    public bool IsAsRecorded => Audited.Judgement.Verdict == Recorded;
}
