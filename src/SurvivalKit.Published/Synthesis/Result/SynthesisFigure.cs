namespace SurvivalKit.Published;

/// <summary>A printed figure that a cohort was sought for, and what the cohort gives.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Reached">What the cohort gives; <see langword="null"/>: nothing could be computed.</param>
/// <param name="Rule">The rule of rounding under which it prints the same; <see langword="null"/>: it does not.</param>
/// <param name="LeftOut">Why the search did not aim at it: what the audit says of it; <see langword="null"/>: it did.</param>
public sealed record SynthesisFigure(Claim Claim, double? Reached, RoundingRule? Rule, string? LeftOut)
{
    /// <summary>Whether the cohort gives a number that prints as the claim does.</summary>
    public bool PrintsSame => Rule is not null;

    /// <summary>How far what was reached is from the printed number, in units of its last decimal; <see langword="null"/>: nothing could be computed.</summary>
    public double? Distance => Reached is { } reached ? Math.Abs(reached - Claim.Value) * Math.Pow(10, Claim.Decimals) : null;
}
