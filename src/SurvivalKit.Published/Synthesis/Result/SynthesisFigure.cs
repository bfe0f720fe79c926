namespace SurvivalKit.Published;

/// <summary>A printed figure that the search fits, and the cohort's value.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Reached">The cohort's value; <see langword="null"/>: it could not be computed.</param>
/// <param name="Rule">The rule of rounding under which it is printed the same; <see langword="null"/>: it is not.</param>
/// <param name="LeftOut">The audit's reason why it was left out of the search; <see langword="null"/>: it was not.</param>
public sealed record SynthesisFigure(Claim Claim, double? Reached, RoundingRule? Rule, string? LeftOut)
{
    /// <summary>Whether the cohort's number is printed like the claim.</summary>
    public bool PrintsSame => Rule is not null;

    /// <summary>The distance of the reached from the printed number, in units of its last decimal; <see langword="null"/>: it could not be
    /// computed.</summary>
    public double? Distance => Reached is { } reached ? Math.Abs(reached - Claim.Value) * Math.Pow(10, Claim.Decimals) : null;
}
