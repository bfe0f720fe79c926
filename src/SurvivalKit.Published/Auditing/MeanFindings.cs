namespace SurvivalKit.Published;

/// <summary>The findings of the checks of means and standard deviations.</summary>
internal static class MeanFindings
{
    public static AuditFinding Of(Claim claim, ArithmeticResult result) => AuditFinding.Of(claim, AuditCheck.MeanAndSpread, result.Verdict, result.Sentence) with
    {
        Computed = result.Computed,
        Method = result.Method,
        Witness = result.Witness,
        Rule = result.Verdict == Verdict.Rounding ? RoundingRule.Truncation : null,
    };

    /// <summary>A finding that a number agrees with the check but is not determined by it, whatever the arithmetic's verdict.</summary>
    public static AuditFinding Agrees(Claim claim, ArithmeticResult result) =>
        AuditFinding.Of(claim, AuditCheck.MeanAndSpread, Verdict.NotCheckable, result.Sentence);
}
