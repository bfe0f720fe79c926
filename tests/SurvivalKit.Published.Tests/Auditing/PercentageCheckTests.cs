namespace SurvivalKit.Published.Tests;

/// <summary>Percentages of the numbers of patients that they may be of.</summary>
public class PercentageCheckTests
{
    private static SmallStudy Male(params (string Column, string Printed)[] cells) => new SmallStudy(("A", 14), ("B", 42))
        .Row("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
        .Cells("Male", "n %", cells);

    [Fact]
    public void The_column_s_own_size_comes_first()
    {
        AuditedClaim claim = Male(("B", "27 64.3")).Audit()["table1/Male/B#%"];

        Assert.Equal(
            (Verdict.Recomputed, "27 of 42 (the N of B)", null), (claim.Judgement.Verdict, claim.Judgement.Method, claim.Judgement.Rule));
        Assert.Equal(100 * 27.0 / 42, claim.Judgement.Computed!.Value, 1e-12);
    }

    [Fact]
    public void Another_column_s_size_is_named_with_what_the_own_one_gives()
    {
        AuditedClaim claim = Male(("B", "14 25")).Audit()["table1/Male/B#%"];

        Assert.Equal((Verdict.Recomputed, "14 of 56 (the N of All)"), (claim.Judgement.Verdict, claim.Judgement.Method));
        Assert.EndsWith("14 of 42 (the N of B) would be 33%.", claim.Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Decimals_that_are_cut_off_are_a_matter_of_rounding()
    {
        AuditedClaim claim = Male(("A", "4 28.5")).Audit()["table1/Male/A#%"];

        Assert.Equal((Verdict.Rounding, RoundingRule.Truncation), (claim.Judgement.Verdict, claim.Judgement.Rule));
    }

    // 10 / 0.1765 = 56.66, 10 / 0.1755 = 56.98; 10 / 0.177 = 56.50, 10 / 0.176 = 56.82: no whole number.
    [Fact]
    public void A_percentage_of_no_whole_number_is_inconsistent_and_its_count_is_not()
    {
        StudyAudit audit = Male(("All", "13 23.2"), ("A", "3 21.4"), ("B", "10 17.6")).Audit();

        Assert.Equal(["table1/Male/B#%"], audit.Inconsistent);
        Assert.Contains("no whole number is there", audit["table1/Male/B#%"].Judgement.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.Recomputed, audit["table1/Male/B#n"].Judgement.Verdict);
    }

    // 5 of 8 is 62.5%; nothing says that all 14 have a value.
    [Fact]
    public void A_percentage_of_fewer_patients_than_the_column_has_is_possible()
    {
        AuditedClaim claim = Male(("A", "5 62.5")).Audit()["table1/Male/A#%"];

        Assert.Equal(Verdict.NotCheckable, claim.Judgement.Verdict);
        Assert.Contains(
            "5 are 62.5% of 8, which is possible where 6 of 14 patients have no value", claim.Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_where_the_categories_say_that_all_have_a_value()
    {
        StudyAudit audit = Male(("A", "5 62.5")).Row("Female", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Female\"").Cells(
            "Female", "n", ("A", "9")).Audit();

        Assert.Equal(["table1/Male/A#%"], audit.Inconsistent);
    }

    // 14 less 4 are 10; 5 of 10.
    [Fact]
    public void Patients_without_a_value_may_be_left_out()
    {
        StudyAudit audit = Male(("A", "5 50.0"))
            .Row("Unknown", "\"measure\": \"count\", \"column\": \"sex\", \"missing\": true").Cells("Unknown", "n %", ("A", "4 28.6"))
            .Audit();

        Assert.Equal("5 of 10 (those of A with a value, 14 less 4 of Unknown)", audit["table1/Male/A#%"].Judgement.Method);
        Assert.Equal(Verdict.Recomputed, audit["table1/Unknown/A#%"].Judgement.Verdict);
    }

    [Fact]
    public void The_percentage_gives_its_count_where_only_one_prints_so()
    {
        StudyAudit audit = Male(("B", "27 64.3")).Audit();

        Assert.Equal("64.3% of 42 (the N of B) is 27.", audit["table1/Male/B#n"].Judgement.Sentence);
    }

    [Fact]
    public void A_percentage_alone_is_not_determined()
    {
        SmallStudy study = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Claim("table1/Male/All#%", "46.4%").Claim("table1/Male/A#%", "46.4%");

        Assert.Equal(
            "No other printed number determines it. 26 of 56 (the N of All) prints so; no count is printed beside it.",
            study.Audit()["table1/Male/All#%"].Judgement.Sentence);
        Assert.Equal(Verdict.NotCheckable, study.Audit()["table1/Male/A#%"].Judgement.Verdict);
    }
}
