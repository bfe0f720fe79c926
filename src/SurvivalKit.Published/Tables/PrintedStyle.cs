namespace SurvivalKit.Published;

/// <summary>Writes a computed number as the study prints the claim: its decimals, and a zero before the point only
/// where the study has one.</summary>
internal static class PrintedStyle
{
    public static string Print(Claim claim, double? computed)
    {
        if (computed is not { } value || double.IsNaN(value))
        {
            return "–";
        }

        if (claim.Relation == ClaimRelation.Less && value < claim.Value)
        {
            return claim.Printed;
        }

        string text = Rounding.Text(value, claim.Decimals);
        bool bare = claim.Aspect == Aspects.P && !claim.Printed.Contains("0.", StringComparison.Ordinal);
        return (bare && text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text) + (claim.Printed.EndsWith('%') ? "%" : "");
    }
}
