using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>A claim, its computed value, and the verdict.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Computed">The computed value; <see langword="null"/>: it could not be computed.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict in a sentence.</param>
public sealed record ClaimCheck(Claim Claim, double? Computed, Verdict Verdict, string Sentence)
{
    /// <summary>Compares.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="computed">The computed value; <see langword="null"/> or NaN: it could not be computed.</param>
    /// <param name="how">How it was computed, for the sentence, for example <c>Fisher's exact test</c> or <c>23 of 56</c>;
    /// <see langword="null"/>: not given.</param>
    internal static ClaimCheck Of(Claim claim, double? computed, string? how = null)
    {
        if (!claim.Checkable)
        {
            return new(claim, null, Verdict.NotCheckable, claim.Reason!);
        }

        string by = how is null ? "" : $" ({how})";
        if (computed is not { } value || double.IsNaN(value))
        {
            return new(claim, null, Verdict.NotCheckable, $"Nothing could be computed from the synthetic cohort{by}.");
        }

        string shown = Shown(claim, value);
        if (claim.Relation != ClaimRelation.Equal)
        {
            return OfBound(claim, value, shown, by);
        }

        string unit = claim.Aspect == Aspects.Percent ? "%" : "";
        return Rounding.RuleThatPrints(value, (decimal)claim.Value, claim.Decimals) switch
        {
            RoundingRule.HalfUp => new(claim, value, Verdict.MatchesCohort, $"The synthetic cohort gives the same{by}: {Rounding.Text(value, claim.Decimals)}{unit}."),
            RoundingRule.HalfEven => new(claim, value, Verdict.Rounding, $"The synthetic cohort gives {shown}{unit}{by}, which prints the same when a half is rounded to the even neighbour."),
            RoundingRule.Truncation => new(claim, value, Verdict.Rounding, $"The synthetic cohort gives {shown}{unit}{by}, which prints the same when further decimals are cut off."),
            _ => new(claim, value, Verdict.Differs, $"The synthetic cohort gives {shown}{unit}{by}, where {claim.Printed} is printed."),
        };
    }

    private static ClaimCheck OfBound(Claim claim, double value, string shown, string by)
    {
        bool below = claim.Relation == ClaimRelation.Less;
        string bound = claim.Value.ToString(CultureInfo.InvariantCulture);
        return (below ? value < claim.Value : value > claim.Value)
            ? new(claim, value, Verdict.MatchesCohort, $"The synthetic cohort gives {shown}{by}, which is {(below ? "below" : "above")} {bound} as printed.")
            : new(claim, value, Verdict.Differs, $"The synthetic cohort gives {shown}{by}, which is not {(below ? "below" : "above")} {bound}.");
    }

    // Two decimals more than printed show which side of a rounding boundary a number lies on; whole counts need none.
    private static string Shown(Claim claim, double value) =>
        Rounding.Text(value, claim.Decimals == 0 && value == Math.Floor(value) ? 0 : claim.Decimals + 2);
}
