namespace SurvivalKit.Published;

/// <summary>A printed figure that the search fits, and the cohort's value.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Judgement">What the cohort gives, and whether it prints the same.</param>
/// <param name="LeftOut">Why the search did not aim at it: what the audit says of it; <see langword="null"/>: it did.</param>
public sealed record SynthesisFigure(Claim Claim, Judgement Judgement, string? LeftOut)
{
    /// <summary>Whether the cohort gives a number that prints as the claim does.</summary>
    public bool PrintsSame => Judgement.Verdict is Verdict.MatchesCohort or Verdict.Rounding;

    /// <summary>The rule of rounding under which the two print the same; <see langword="null"/>: they do not.</summary>
    internal RoundingRule? Rule => PrintsSame ? Judgement.Rule ?? RoundingRule.HalfUp : null;

    /// <summary>How far what was reached is from the printed number, in units of its last decimal; <see langword="null"/>:
    /// nothing could be computed.</summary>
    public double? Distance => Judgement.Computed is { } reached ? Math.Abs(reached - Claim.Value) * Math.Pow(10, Claim.Decimals) : null;
}
