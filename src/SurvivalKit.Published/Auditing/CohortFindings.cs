namespace SurvivalKit.Published;

/// <summary>The findings from a cohort. A number that it does not give was not reached by the search for the cohort.</summary>
internal static class CohortFindings
{
    public static Dictionary<string, AuditFinding> Of(Study study, Cohort cohort) =>
        StudyMeasures.Compute(study, cohort).ToDictionary(check => check.Claim.Id, check => Of(check, study, cohort), StringComparer.Ordinal);

    private static AuditFinding Of(ClaimCheck check, Study study, Cohort cohort) => new()
    {
        Claim = check.Claim,
        Check = AuditCheck.Cohort,
        Verdict = check.Verdict == Verdict.Differs ? Verdict.Unreachable : check.Verdict,
        Sentence = check.Verdict == Verdict.Differs ? Unreached(check, study, cohort) : check.Sentence,
        Computed = check.Computed,
        Method = "synthetic cohort",
        Rule = check.Verdict == Verdict.Rounding ? Rounding.RuleThatPrints(check.Computed!.Value, (decimal)check.Claim.Value, check.Claim.Decimals) : null,
    };

    private static string Unreached(ClaimCheck check, Study study, Cohort cohort)
    {
        string sentence = $"The joint search came no nearer than {Shown(check)}, where {check.Claim.Printed} is printed.";
        return LogRankRatio.SentenceOf(check.Claim, study, cohort) is { } other ? $"{sentence} {other}" : sentence;
    }

    private static string Shown(ClaimCheck check) => check.Computed is { } value ? Rounding.Text(value, Math.Min(check.Claim.Decimals + 1, 15)) : "nothing";
}
