using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>A claim, and what a number that was computed for it says of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Judgement">The verdict, with what was computed.</param>
public sealed record ClaimCheck(Claim Claim, Judgement Judgement)
{
    /// <summary>Compares.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="computed">What was computed; <see langword="null"/> or NaN: nothing could be.</param>
    /// <param name="how">How it was computed, for the sentence, for example <c>Fisher's exact test</c> or <c>23 of 56</c>;
    /// <see langword="null"/>: not said.</param>
    internal static ClaimCheck Compare(Claim claim, double? computed, string? how = null) =>
        new(claim, Judge(claim, computed, how is null ? "" : $" ({how})"));

    private static Judgement Judge(Claim claim, double? computed, string by)
    {
        if (!claim.Checkable)
        {
            return Judgement.NotCheckable(claim.Reason!);
        }

        if (computed is not { } value || double.IsNaN(value))
        {
            return Judgement.NotCheckable($"Nothing could be computed from the synthetic cohort{by}.");
        }

        string shown = Shown(claim, value);
        if (claim.Relation != ClaimRelation.Equal)
        {
            return OfBound(claim, value, shown, by);
        }

        string unit = claim.Aspect == Aspects.Percent ? "%" : "";
        return Rounding.RuleThatPrints(value, (decimal)claim.Value, claim.Decimals) switch
        {
            RoundingRule.HalfUp => new(
                Verdict.MatchesCohort, $"The synthetic cohort gives the same{by}: {Rounding.Text(value, claim.Decimals)}{unit}.", value),
            { } rule => Judgement.Under(
                rule, $"The synthetic cohort gives {shown}{unit}{by}, which prints the same {ArithmeticText.Words(rule)}.", value, null),
            null => new(Verdict.Differs, $"The synthetic cohort gives {shown}{unit}{by}, where {claim.Printed} is printed.", value),
        };
    }

    private static Judgement OfBound(Claim claim, double value, string shown, string by)
    {
        bool below = claim.Relation == ClaimRelation.Less;
        string bound = claim.Value.ToString(CultureInfo.InvariantCulture);
        return (below ? value < claim.Value : value > claim.Value)
            ? new(
                Verdict.MatchesCohort,
                $"The synthetic cohort gives {shown}{by}, which is {(below ? "below" : "above")} {bound} as printed.",
                value)
            : new(Verdict.Differs, $"The synthetic cohort gives {shown}{by}, which is not {(below ? "below" : "above")} {bound}.", value);
    }

    // Two decimals more than printed show which side of a rounding boundary a number lies on; whole counts need none.
    private static string Shown(Claim claim, double value) =>
        Rounding.Text(value, claim.Decimals == 0 && value == Math.Floor(value) ? 0 : claim.Decimals + 2);
}
