namespace SurvivalKit.Published.Tests;

/// <summary>Hazard ratios of a study with their intervals, P values and numbers of patients.</summary>
public class HazardRatioCheckTests
{
    private const string OfArms =
        "\"measure\": \"cox\", \"endpoint\": \"os\", \"covariates\": [\"arm\"], \"term\": \"arm\", \"ties\": \"efron\"";

    private static SmallStudy Ratio(
        string ratio, string lower, string upper, string p, int first = 14, int second = 42) => new SmallStudy(("A", first), ("B", second))
        .Row("OS", OfArms)
        .Claim("table1/OS#hr", ratio).Claim("table1/OS#lower", lower).Claim("table1/OS#upper", upper).Claim("table1/OS#p", p);

    // sqrt(1.29 x 4.41) = 2.385; (ln 4.41 - ln 1.29) / 3.92 = 0.3136; 0.869 / 0.3136 = 2.77, P = .0056.
    [Fact]
    public void Three_numbers_that_go_together_give_each_other()
    {
        StudyAudit audit = Ratio("2.39", "1.29", "4.41", ".005").Audit();

        Assert.All(audit.Claims, claim => Assert.Equal(Verdict.Recomputed, claim.Judgement.Verdict));
        Assert.Equal(Math.Sqrt(1.29 * 4.41), audit["table1/OS#hr"].Judgement.Computed!.Value, 1e-12);
        Assert.Contains("the study has 56 patients", audit["table1/OS#hr"].Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_that_is_not_the_middle_has_the_verdict_and_the_ends_do_not()
    {
        StudyAudit audit = Ratio("2.58", "1.39", "4.72", ".002").Audit();

        Assert.Equal(["table1/OS#hr"], audit.Inconsistent);
        Assert.Contains("sqrt(1.39 x 4.72) = 2.561", audit["table1/OS#hr"].Judgement.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotCheckable, audit["table1/OS#lower"].Judgement.Verdict);
    }

    // Wald's P is .20 to the nearest and .199 cut off.
    [Fact]
    public void A_P_value_that_is_cut_off_names_its_rule()
    {
        AuditedClaim p = Ratio("1.55", "0.79", "3.01", ".19").Audit()["table1/OS#p"];

        Assert.Equal((Verdict.Rounding, RoundingRule.Truncation), (p.Judgement.Verdict, p.Judgement.Rule));
    }

    [Fact]
    public void A_Wald_P_that_the_interval_does_not_give_is_inconsistent()
    {
        StudyAudit audit = Ratio("2.39", "1.29", "4.41", ".05").Audit();

        Assert.Equal(["table1/OS#p"], audit.Inconsistent);
        Assert.NotNull(audit["table1/OS#p"].Judgement.Witness);
    }

    // Wald's P is .39; a log-rank P of the same data can be .35.
    [Fact]
    public void A_log_rank_P_does_not_have_to_be_Wald_s()
    {
        StudyAudit audit = Ratio("1.33", "0.69", "2.56", ".35").Row(
            "OS", "\"measure\": \"p-value\", \"test\": \"log-rank\", \"endpoint\": \"os\"").Audit();

        Assert.Equal(Verdict.NotCheckable, audit["table1/OS#p"].Judgement.Verdict);
        Assert.Contains("can be the log-rank P", audit["table1/OS#p"].Judgement.Sentence, StringComparison.Ordinal);
    }

    // ln(2.2 / 1.8) / 3.92 = 0.0512; 4 / 0.0512^2 is more than 1,500 events.
    [Fact]
    public void An_interval_that_needs_more_events_than_there_are_patients_is_inconsistent()
    {
        StudyAudit audit = Ratio("2.0", "1.8", "2.2", "<.001").Audit();

        Assert.Contains("table1/OS#lower", audit.Inconsistent);
        Assert.Contains("56 patients", audit["table1/OS#lower"].Judgement.Witness, StringComparison.Ordinal);
        Assert.Empty(Ratio("2.0", "1.8", "2.2", "<.001", 2000, 2000).Audit().Inconsistent);
    }
}
