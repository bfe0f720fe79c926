namespace SurvivalKit.Published.Tests;

/// <summary>Medians and ranges of arms, all patients and endpoints.</summary>
public class RangeCheckTests
{
    private static SmallStudy Times(params (string Column, string Printed)[] cells) => new SmallStudy(("A", 14), ("B", 42))
        .Row("PFS", "\"measure\": \"median-range\", \"endpoint\": \"pfs\"")
        .Row("OS", "\"measure\": \"median-range\", \"endpoint\": \"os\"")
        .Cells("PFS", "median min max", cells);

    [Fact]
    public void The_range_of_all_is_that_of_the_arms()
    {
        StudyAudit audit = Times(("All", "5.2 1.2 31.7"), ("A", "4.5 1.7 15.1"), ("B", "5.5 1.2 31.7")).Audit();

        Assert.Equal("It is the least of the arms: 1.7 (A) and 1.2 (B).", audit["table1/PFS/All#min"].Judgement.Sentence);
        Assert.Equal(Verdict.Recomputed, audit["table1/PFS/B#max"].Judgement.Verdict);
        Assert.Equal(Verdict.NotCheckable, audit["table1/PFS/A#max"].Judgement.Verdict);
        Assert.Equal(Verdict.NotCheckable, audit["table1/PFS/All#median"].Judgement.Verdict);
        Assert.Empty(audit.Inconsistent);
    }

    [Theory]
    [InlineData("1.3", Verdict.Rounding)]
    [InlineData("1.4", Verdict.Inconsistent)]
    [InlineData("1", Verdict.Recomputed)]
    [InlineData("1.20", Verdict.Recomputed)]
    public void A_unit_apart_is_a_matter_of_rounding(string least, Verdict verdict)
    {
        StudyAudit audit = Times(("All", $"5.2 {least} 31.7"), ("A", "4.5 1.7 15.1"), ("B", "5.5 1.2 31.7")).Audit();

        Assert.Equal(verdict, audit["table1/PFS/All#min"].Judgement.Verdict);
    }

    [Fact]
    public void The_witness_of_a_range_names_the_arms()
    {
        StudyAudit audit = Times(("All", "5.2 1.2 32.7"), ("A", "4.5 1.7 15.1"), ("B", "5.5 1.2 31.7")).Audit();

        Assert.Equal(["table1/PFS/All#max"], audit.Inconsistent);
        Assert.Equal(
            "The greatest of 15.1 (A) and 31.7 (B) is 31.7, where 32.7 is printed for all patients; the nearest possible number is 31.7.",
            audit["table1/PFS/All#max"].Judgement.Witness);
    }

    [Fact]
    public void Some_arms_bound_the_range_of_all()
    {
        Assert.Equal(["table1/PFS/All#min"], Times(("All", "5.2 1.8 31.7"), ("A", "4.5 1.2 15.1")).Audit().Inconsistent);
        Assert.Empty(Times(("All", "5.2 1.1 31.7"), ("A", "4.5 1.2 15.1")).Audit().Inconsistent);
    }

    [Theory]
    [InlineData("0.9 1.2 31.7", "The median 0.9 is below the least value that is printed, 1.2; a median from 1.2 to 31.7 was expected.")]
    [InlineData("33 1.2 31.7", "The median 33 is above the greatest value that is printed, 31.7; a median from 1.2 to 31.7 was expected.")]
    public void A_median_lies_in_its_range(string cell, string witness)
    {
        StudyAudit audit = Times(("A", cell)).Audit();

        Assert.Equal(["table1/PFS/A#median"], audit.Inconsistent);
        Assert.Equal(witness, audit["table1/PFS/A#median"].Judgement.Witness);
    }

    [Fact]
    public void A_Kaplan_Meier_median_of_all_outside_those_of_the_arms_is_possible()
    {
        StudyAudit audit = Times(("All", "6.2 1.2 31.7"), ("A", "4.5 1.7 15.1"), ("B", "5.5 1.2 31.7")).Audit();

        Assert.Empty(audit.Inconsistent);
        Assert.Contains(
            "outside the medians of the arms, 4.5 (A) and 5.5 (B), which is possible where",
            audit["table1/PFS/All#median"].Judgement.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_median_of_all_lies_between_those_of_the_arms()
    {
        SmallStudy study = new SmallStudy(("A", 14), ("B", 42)).Row("Age", "\"measure\": \"median-sd\", \"column\": \"age\"");

        Assert.Equal(
            ["table1/Age/All#median"], study.Cells(
                "Age", "median sd", ("All", "65.0 14"), ("A", "58.8 12.3"), ("B", "64.4 14.8")).Audit().Inconsistent);
    }

    [Fact]
    public void Progression_comes_no_later_than_death()
    {
        SmallStudy Both(string pfs, string os) => Times(("A", pfs)).Cells("OS", "median min max", ("A", os));

        Assert.Empty(Both("4.5 1.7 15.1", "10.9 3.2 26.2").Audit().Inconsistent);
        StudyAudit later = Both("4.5 1.7 27.1", "10.9 3.2 26.2").Audit();
        Assert.Equal(["table1/PFS/A#max"], later.Inconsistent);
        Assert.Contains(
            "The greatest of PFS is printed as 27.1, above it.", later["table1/OS/A#max"].Judgement.Sentence, StringComparison.Ordinal);
        Assert.Equal(["table1/PFS/A#min"], Both("4.5 3.7 15.1", "10.9 3.2 26.2").Audit().Inconsistent);
    }

    // A patient whose progression is censored on day 1 leaves one who has it on day 10 alone at risk: the median is 10. The
    // first dies on day 2: the median of survival is 2. Both are Kaplan-Meier medians of the same two patients.
    [Fact]
    public void A_median_above_that_of_death_is_possible_where_it_is_censored_earlier()
    {
        StudyAudit audit = Times(("A", "11.5 1.7 15.1")).Cells("OS", "median min max", ("A", "10.9 3.2 26.2")).Audit();

        Assert.Empty(audit.Inconsistent);
        Assert.Contains(
            "possible only where it is censored earlier", audit["table1/PFS/A#median"].Judgement.Sentence, StringComparison.Ordinal);
    }
}
