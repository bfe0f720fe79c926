namespace SurvivalKit.Published.Tests;

/// <summary>Contradictions by what they touch.</summary>
public class ContradictionTests
{
    private const string Men = "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"";
    private const string Responders = "\"measure\": \"count\", \"column\": \"response\", \"among\": [\"CR\", \"PR\"]";

    private const string Cox =
        "\"measure\": \"cox\", \"endpoint\": \"os\", \"covariates\": [\"arm\"], \"term\": \"arm\", \"ties\": \"efron\"";

    private static SmallStudy Two() => new(("A", 10), ("B", 30));

    private static ClaimBearing Touched(SmallStudy study) => Assert.Single(study.Audit().Contradictions).Bearing;

    [Fact]
    public void A_percentage_of_a_table_is_an_entry_and_next_to_its_count_a_rounding()
    {
        Assert.Equal(ClaimBearing.TableEntry, Touched(Two().Row("Men", Men).Cells("Men", "n %", ("B", "7 31.7"))));
        Assert.Equal(ClaimBearing.Rounding, Touched(Two().Row("Men", Men).Cells("Men", "n %", ("B", "7 23.5"))));
    }

    [Fact]
    public void A_number_that_the_abstract_repeats_is_of_a_conclusion() => Assert.Equal(
        [ClaimBearing.Conclusion, ClaimBearing.Conclusion],
        Two().Row("Men", Men).Cells("Men", "n %", ("B", "7 31.7")).Claim("abstract/Men/B#%", "31.7", sameAs: "table1/Men/B#%")
            .Audit().Contradictions.Select(one => one.Bearing));

    [Fact]
    public void An_outcome_that_the_abstract_reports_is_a_main_result() => Assert.Equal(
        ClaimBearing.MainResult,
        Touched(Two().Row("Response", Responders).Cells("Response", "n %", ("A", "5 50.0"), ("B", "7 31.7"))
            .Claim("abstract/Response/A#%", "50", sameAs: "table1/Response/A#%")));

    [Fact]
    public void A_hazard_ratio_is_a_main_result_however_near_it_is() => Assert.Equal(
        ClaimBearing.MainResult,
        Touched(new SmallStudy(("A", 140), ("B", 420)).Row("Arm", Cox)
            .Claim("table1/Arm#hr", "2.58").Claim("table1/Arm#lower", "1.39").Claim("table1/Arm#upper", "4.72")));

    [Fact]
    public void Of_the_paper_the_gravest_comes_first_and_a_rounding_last()
    {
        StudyAudit audit = StudyAudit.Run(Samples.Paper);
        Contradiction[] ranked = [.. audit.Contradictions];

        Assert.Equal(audit.Inconsistent.Order(), ranked.Select(one => one.Audited.Claim.Id).Order());
        Assert.Equal(ranked.Select(one => one.Bearing).Order(), ranked.Select(one => one.Bearing));
        Assert.Equal("discussion/Gene alterations > FBXW7#%", ranked[0].Audited.Claim.Id);
        Assert.Equal("printed 2.58; the others give 2.56", ranked.Single(one => one.Audited.Claim.Printed == "2.58").Brief);
        Assert.Equal(ClaimBearing.MainResult, ranked.Single(one => one.Audited.Claim.Printed == "2.58").Bearing);
        Assert.Equal(ClaimBearing.Rounding, ranked.Single(one => one.Audited.Claim.Printed == "13.9").Bearing);
        Assert.StartsWith(
            "11 of 460 printed numbers contradict others; the gravest: Discussion, Gene alterations, FBXW7, percentage: printed 40%; the others give 30%.\n- Discussion,",
            audit.Summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_headline_counts()
    {
        Assert.Equal(
            "None of 2 printed numbers contradicts the others.",
            Two().Row("Men", Men).Cells("Men", "n %", ("B", "7 23.3")).Audit().Headline);
        Assert.Equal(
            "1 of 2 printed numbers contradicts others: Table 1, Men, percentage, B: printed 31.7; the others give 23.3.",
            Two().Row("Men", Men).Cells("Men", "n %", ("B", "7 31.7")).Audit().Headline);
    }

    [Fact]
    public void Comparisons_with_a_cohort_get_the_verdicts_of_the_audit_and_keep_their_numbers()
    {
        Study study = Samples.Paper;
        StudyAudit audit = StudyAudit.Run(study);
        var compared = new ClaimChecks(study, study.Check("table2/Best response > PD/All#n", 23), study.Check("table1/N/All#n", 56));
        ClaimChecks judged = audit.Judge(compared);

        Assert.Equal([Verdict.Recomputed, Verdict.Inconsistent], judged.Select(check => check.Judgement.Verdict));
        Assert.Equal(compared.Select(check => check.Judgement.Computed), judged.Select(check => check.Judgement.Computed));
        Assert.StartsWith(
            "The synthetic cohort gives 23, where 21 is printed. ", judged[1].Judgement.Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "invented-trial",
            Assert.Throws<SurvivalDataException>(() => audit.Judge(new(Samples.Invented))).Message,
            StringComparison.Ordinal);
    }
}
