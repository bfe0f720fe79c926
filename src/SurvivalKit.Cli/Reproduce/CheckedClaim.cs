using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>A claim of the study after the run.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Check">What the notebooks found; <see langword="null"/>: none of them checked it.</param>
/// <param name="Recorded">The recorded verdict; <see langword="null"/>: there is none.</param>
/// <param name="Origin">The cell that found it; <see langword="null"/>: none did.</param>
internal sealed record CheckedClaim(Claim Claim, ClaimCheck? Check, Verdict? Recorded, CheckOrigin? Origin)
{
    public bool IsAsRecorded => Check is not null && Check.Verdict == Recorded;
}

/// <summary>A cell of a notebook.</summary>
/// <param name="Notebook">The place of the notebook in the series, from 0.</param>
/// <param name="Cell">The place of the cell in the notebook, from 0.</param>
internal sealed record CheckOrigin(int Notebook, int Cell);
