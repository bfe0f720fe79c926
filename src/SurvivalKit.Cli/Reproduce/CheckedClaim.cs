using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>A claim of the study after the run.</summary>
/// <param name="Audited">The claim with its final verdict.</param>
/// <param name="Check">The check by the notebook that computed it; <see langword="null"/>: none did.</param>
/// <param name="Recorded">The recorded verdict; <see langword="null"/>: there is none.</param>
/// <param name="Origin">The cell that computed it; <see langword="null"/>: none did.</param>
internal sealed record CheckedClaim(AuditedClaim Audited, ClaimCheck? Check, Verdict? Recorded, CheckOrigin? Origin)
{
    public Claim Claim => Audited.Claim;

    public bool IsAsRecorded => Audited.Verdict == Recorded;
}

/// <summary>A cell of a notebook.</summary>
/// <param name="Notebook">The place of the notebook in the series, from 0.</param>
/// <param name="Cell">The place of the cell in the notebook, from 0.</param>
internal sealed record CheckOrigin(int Notebook, int Cell);
