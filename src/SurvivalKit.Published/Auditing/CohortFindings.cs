namespace SurvivalKit.Published;

/// <summary>The findings from a cohort. A number that it does not give was not reached by the search for the cohort.</summary>
internal static class CohortFindings
{
    public static Dictionary<string, AuditFinding> Compare(Study study, Cohort cohort) =>
        StudyMeasures.Compute(study, cohort)
            .ToDictionary(check => check.Claim.Id, check => Compare(check, study, cohort), StringComparer.Ordinal);

    private static AuditFinding Compare(ClaimCheck check, Study study, Cohort cohort)
    {
        Judgement judgement = check.Judgement with { Method = "synthetic cohort" };
        return new(check.Claim, AuditCheck.Cohort, judgement.Verdict == Verdict.Differs
            ? judgement with { Verdict = Verdict.Unreachable, Sentence = Unreached(check, study, cohort) }
            : judgement);
    }

    private static string Unreached(ClaimCheck check, Study study, Cohort cohort)
    {
        string sentence = $"The joint search came no nearer than {Shown(check)}, where {check.Claim.Printed} is printed.";
        return LogRankRatio.SentenceOf(check.Claim, study, cohort) is { } other ? $"{sentence} {other}" : sentence;
    }

    private static string Shown(ClaimCheck check) =>
        check.Judgement.Computed is { } value ? Rounding.Text(value, Math.Min(check.Claim.Decimals + 1, 15)) : "nothing";
}
