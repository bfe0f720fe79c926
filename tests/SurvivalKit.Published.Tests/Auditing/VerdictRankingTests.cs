namespace SurvivalKit.Published.Tests;

/// <summary>How the findings of one claim become its verdict, with a cohort and without.</summary>
public class VerdictRankingTests
{
    private static readonly Claim Claim = Samples.Paper["figure1b#hr"];

    private static readonly AuditFinding Print = Of(AuditCheck.HazardRatio, Verdict.Recomputed, "from the interval");
    private static readonly AuditFinding Agrees = Of(AuditCheck.MedianAndRange, Verdict.NotCheckable, "it lies in its range.");
    private static readonly AuditFinding Same = Of(AuditCheck.Cohort, Verdict.MatchesCohort, "the same");
    private static readonly AuditFinding Other = Of(AuditCheck.Cohort, Verdict.Unreachable, "no nearer");

    private static AuditFinding Of(AuditCheck check, Verdict verdict, string sentence) =>
        new(Claim, check, new Judgement(verdict, sentence));

    private static Verdict Decide(AuditFinding? cohort, params AuditFinding[] findings) =>
        VerdictRanking.Decide(Claim, findings, cohort).Judgement.Verdict;

    [Fact]
    public void One_inconsistency_decides()
    {
        AuditFinding wrong = Of(AuditCheck.MeanAndSpread, Verdict.Inconsistent, "it cannot be.");

        AuditedClaim decided = VerdictRanking.Decide(Claim, [Print, wrong], Same);

        Assert.Equal((Verdict.Inconsistent, "It cannot be."), (decided.Judgement.Verdict, decided.Judgement.Sentence));
        Assert.Equal([wrong, Print, Same], decided.Findings);
    }

    [Fact]
    public void A_sum_or_a_percentage_prevails_over_the_cohort()
    {
        Assert.Equal(Verdict.Recomputed, Decide(Other, Of(AuditCheck.Sum, Verdict.Recomputed, "a sum")));
        Assert.Equal(Verdict.Rounding, Decide(Other, Of(AuditCheck.Percentage, Verdict.Rounding, "cut off")));
        Assert.Equal(
            Verdict.Recomputed,
            Decide(null, Of(AuditCheck.Percentage, Verdict.Rounding, "cut off"), Of(AuditCheck.Duplicate, Verdict.Recomputed, "twice")));
    }

    [Fact]
    public void The_cohort_decides_over_what_is_only_necessary()
    {
        Assert.Equal(Verdict.Unreachable, Decide(Other, Print));
        Assert.Equal(Verdict.Recomputed, Decide(Same, Print));
        Assert.Equal(Verdict.MatchesCohort, Decide(Same, Agrees));
        Assert.Equal(Verdict.Rounding, Decide(Of(AuditCheck.Cohort, Verdict.Rounding, "cut off"), Agrees));
        Assert.Equal(Verdict.Unreachable, Decide(Other, Agrees));
    }

    [Fact]
    public void Without_a_cohort_a_number_that_only_agrees_is_not_checkable()
    {
        AuditedClaim decided = VerdictRanking.Decide(Claim, [Agrees], null);

        Assert.Equal(
            (Verdict.NotCheckable, "No other printed number determines it. It lies in its range."),
            (decided.Judgement.Verdict, decided.Judgement.Sentence));
        Assert.Equal(Verdict.Recomputed, Decide(null, Print, Agrees));
    }

    [Fact]
    public void A_P_value_gives_its_own_reason()
    {
        AuditFinding reason = Of(AuditCheck.PValue, Verdict.NotCheckable, "No standard deviations are printed.");

        Assert.Equal("No standard deviations are printed.", VerdictRanking.Decide(Claim, [reason], null).Judgement.Sentence);
    }

    [Fact]
    public void The_study_file_s_own_reason_stands()
    {
        AuditedClaim year = StudyAudit.Run(Samples.Paper)["abstract/Study period > start#year"];

        Assert.Equal((Verdict.NotCheckable, year.Claim.Reason), (year.Judgement.Verdict, year.Judgement.Sentence));
    }

    [Fact]
    public void A_repetition_of_a_number_that_the_cohort_does_not_give_is_unreachable()
    {
        StudyAudit audit = StudyAudit.Run(Samples.Paper, Samples.PaperCohort);

        foreach (AuditedClaim again in audit.Claims.Where(claim => claim.Claim is { SameAs: not null, Checkable: true }))
        {
            AuditedClaim source = audit[again.Claim.SameAs!];
            Assert.Equal(source.Judgement.Verdict == Verdict.Unreachable, again.Judgement.Verdict == Verdict.Unreachable);
        }

        Assert.Contains("Figure 1A, lower limit", audit["text/PFS > Atezolizumab + EP#lower"].Judgement.Sentence, StringComparison.Ordinal);
    }

    // O and E of the committed cohort by arm: 14, 11.27 and 41, 43.73 for PFS; (14/11.27)/(41/43.73) = 1.325,
    // sqrt(1/11.27 + 1/43.73) = 0.334.
    [Fact]
    public void A_ratio_beside_a_log_rank_P_is_told_in_both_readings()
    {
        StudyAudit audit = StudyAudit.Run(Samples.Paper, Samples.PaperCohort);

        Assert.Equal(Verdict.Unreachable, audit["figure1a#lower"].Judgement.Verdict);
        Assert.Contains("(O1/E1)/(O0/E0)", audit["figure1a#lower"].Judgement.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(audit.Of(Verdict.Unreachable), claim => claim.Claim.Id.Contains("multivariate", StringComparison.Ordinal)
            && claim.Judgement.Sentence.Contains("O1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_sum_that_does_not_hold_says_so_whatever_decides()
    {
        AuditFinding part = Of(AuditCheck.Sum, Verdict.NotCheckable, "it is part of 4 + 19.") with { IsAlwaysSaid = true };

        Assert.Equal("From the interval It is part of 4 + 19.", VerdictRanking.Decide(Claim, [part, Print], null).Judgement.Sentence);
    }
}
