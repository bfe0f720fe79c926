namespace SurvivalKit.Published.Tests;

/// <summary>Totals against their parts; each case can be added up by hand.</summary>
public class SumCheckTests
{
    private static SmallStudy Responses(string all, string first, string second)
    {
        string[] levels = ["CR", "PR", "SD", "PD"];
        SmallStudy study = new(("A", 10), ("B", 20));
        foreach (string level in levels)
        {
            study.Row("Response > " + level, $"\"measure\": \"count\", \"column\": \"response\", \"equals\": \"{level}\"");
        }

        foreach ((string column, string counts) in new[] { ("All", all), ("A", first), ("B", second) })
        {
            foreach ((string level, string count) in levels.Zip(counts.Split(' ')))
            {
                study.Claim($"table1/Response > {level}/{column}#n", count);
            }
        }

        return study;
    }

    [Fact]
    public void Arms_and_categories_that_sum_up_give_every_number()
    {
        StudyAudit audit = Responses("3 9 10 8", "1 4 3 2", "2 5 7 6").Audit();

        Assert.All(audit.Claims, claim => Assert.Equal(Verdict.Recomputed, claim.Judgement.Verdict));
        Assert.Equal("The arms sum to it: 1 + 2 = 3.", audit["table1/Response > CR/All#n"].Judgement.Sentence);
        Assert.Equal("All patients less the other arm give it: 3 − 2 = 1.", audit["table1/Response > CR/A#n"].Judgement.Sentence);
        Assert.Empty(audit.Inconsistent);
    }

    [Fact]
    public void A_count_above_the_patients_of_its_column_is_inconsistent()
    {
        StudyAudit audit = new SmallStudy(("A", 10), ("B", 20)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Claim("table1/Male/A#n", "11").Claim("table1/Male/B#n", "20").Audit();

        Assert.Equal(["table1/Male/A#n"], audit.Inconsistent);
        Assert.Equal("11 is more than the 10 patients of A.", audit["table1/Male/A#n"].Judgement.Sentence);
        Assert.Equal("11 > 10; 10 at the most was expected.", audit["table1/Male/A#n"].Judgement.Witness);

        StudyAudit pair = new SmallStudy(("A", 10), ("B", 20)).Row(
            "Sex", "\"measure\": \"count-pair\", \"column\": \"sex\", \"pair\": [\"Male\", \"Female\"]")
            .Cells("Sex", "n1 n2", ("A", "6 5"), ("B", "10 10")).Audit();
        Assert.Equal(["table1/Sex/A#n1", "table1/Sex/A#n2"], pair.Inconsistent);
        Assert.Equal("6 + 5 = 11 > 10; 10 at the most was expected.", pair["table1/Sex/A#n1"].Judgement.Witness);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_of_the_arms_has_the_verdict_and_its_parts_only_a_mention()
    {
        StudyAudit audit = Responses("3 9 10 7", "1 4 3 2", "2 5 7 6").Audit();

        Assert.Equal(["table1/Response > PD/All#n"], audit.Inconsistent);
        AuditedClaim total = audit["table1/Response > PD/All#n"];
        Assert.Equal(
            "A and B print 2 + 6 = 8, where 7 is printed for all patients; the nearest possible number is 8. With 8 the categories sum to 30 of 30 patients, with 7 to 29.",
            total.Judgement.Witness);
        Assert.Equal(8, total.Judgement.Computed);
        AuditedClaim part = audit["table1/Response > PD/A#n"];
        Assert.Equal(Verdict.Recomputed, part.Judgement.Verdict);
        Assert.EndsWith(
            "With the other arms it sums to 8 (2 + 6 = 8), where 7 is printed for all patients.",
            part.Judgement.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_that_are_more_than_their_column_are_the_size_s_contradiction()
    {
        SmallStudy study = Responses("3 9 10 9", "1 4 3 3", "2 5 7 6").Row("N", "\"measure\": \"size\"").Claim("table1/N/A#n", "10");

        StudyAudit audit = study.Audit();

        Assert.Contains("table1/N/A#n", audit.Inconsistent);
        Assert.Equal(
            "The categories of A exclude each other and sum to 11 (1 + 4 + 3 + 3 = 11), where 10 patients are printed; 10 at the most were expected.",
            audit["table1/N/A#n"].Judgement.Witness);
    }

    [Fact]
    public void Categories_that_are_less_than_their_column_may_leave_out_patients_without_a_value()
    {
        StudyAudit audit = Responses("3 9 10 6", "1 4 3 1", "2 5 7 5").Audit();

        Assert.Empty(audit.Inconsistent);
        Assert.All(audit.Claims, claim => Assert.Equal(Verdict.Recomputed, claim.Judgement.Verdict));
    }

    [Fact]
    public void A_total_that_is_too_large_is_blamed_once_and_not_on_the_size_too()
    {
        SmallStudy study = Responses("3 9 10 9", "1 4 3 2", "2 5 7 6").Row("N", "\"measure\": \"size\"")
            .Cells("N", "n", ("All", "30"), ("A", "10"), ("B", "20"));

        Assert.Equal(["table1/Response > PD/All#n"], study.Audit().Inconsistent);
    }

    [Fact]
    public void Overlapping_categories_may_sum_to_more_than_their_column()
    {
        StudyAudit audit = new SmallStudy(("A", 10), ("B", 20))
            .Row("Site > Liver", "\"measure\": \"count\", \"column\": \"liver\", \"equals\": 1")
            .Row("Site > Bone", "\"measure\": \"count\", \"column\": \"bone\", \"equals\": 1")
            .Row("Any site", "\"measure\": \"count\", \"columns\": [\"liver\", \"bone\"], \"equals\": 1")
            .Cells("Site > Liver", "n", ("A", "8"))
            .Cells("Site > Bone", "n", ("A", "7"))
            .Cells("Any site", "n", ("A", "9"))
            .Audit();

        Assert.Empty(audit.Inconsistent);
        Assert.Equal(
            "No other printed number determines it. It lies between the greatest of its parts, 8 of Liver, and their sum, 15.",
            audit["table1/Any site/A#n"].Judgement.Sentence.Replace("Site > ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7", "8 of A have Liver alone, where 7 is printed for any; 8 or more were expected.")]
    [InlineData("16", "8 + 7 = 15 is the most that can have any of them, where 16 is printed for A; 15 or less was expected.")]
    public void At_least_one_of_several_lies_between_the_greatest_and_the_sum(string any, string witness)
    {
        StudyAudit audit = new SmallStudy(("A", 20), ("B", 20))
            .Row("Liver", "\"measure\": \"count\", \"column\": \"liver\", \"equals\": 1")
            .Row("Bone", "\"measure\": \"count\", \"column\": \"bone\", \"equals\": 1")
            .Row("Any site", "\"measure\": \"count\", \"columns\": [\"liver\", \"bone\"], \"equals\": 1")
            .Cells("Liver", "n", ("A", "8"))
            .Cells("Bone", "n", ("A", "7"))
            .Cells("Any site", "n", ("A", any))
            .Audit();

        Assert.Equal(witness, audit["table1/Any site/A#n"].Judgement.Witness);
        Assert.Equal(Verdict.Inconsistent, audit["table1/Any site/A#n"].Judgement.Verdict);
    }

    [Theory]
    [InlineData("5", Verdict.Recomputed, "Its parts sum to it: CR + PR = 1 + 4 = 5.")]
    [InlineData("6", Verdict.Inconsistent, "CR + PR = 1 + 4 = 5 in A, where 6 is printed; 5 was expected.")]
    public void A_rate_of_response_is_its_parts(string printed, Verdict verdict, string sentence)
    {
        StudyAudit audit = Responses("3 9 10 8", "1 4 3 2", "2 5 7 6")
            .Row("ORR", "\"measure\": \"count\", \"column\": \"response\", \"among\": [\"CR\", \"PR\"]")
            .Cells("ORR", "n", ("A", printed))
            .Audit();

        Assert.Equal((verdict, sentence), (audit["table1/ORR/A#n"].Judgement.Verdict, audit["table1/ORR/A#n"].Judgement.Sentence));
    }

    [Fact]
    public void Arms_that_are_more_than_all_patients_need_no_other_arm()
    {
        StudyAudit audit = new SmallStudy(("A", 10), ("B", 20))
            .Row("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Cells("Male", "n", ("All", "5"), ("B", "6"))
            .Audit();

        Assert.Equal(
            "6 of B are 6 or more for all patients, where 5 is printed; the nearest possible number is 6.",
            audit["table1/Male/All#n"].Judgement.Witness);
    }

    [Fact]
    public void The_two_counts_of_a_pair_sum_to_their_column()
    {
        StudyAudit audit = new SmallStudy(("A", 10), ("B", 20))
            .Row("Sex", "\"measure\": \"count-pair\", \"column\": \"sex\", \"pair\": [\"Male\", \"Female\"]")
            .Cells("Sex", "n1 n2", ("A", "4 6"), ("B", "12 9"))
            .Audit();

        Assert.Equal("The N of A less the other categories gives it: 10 − 6 = 4.", audit["table1/Sex/A#n1"].Judgement.Sentence);
        Assert.Equal(["table1/Sex/B#n1", "table1/Sex/B#n2"], audit.Inconsistent);
    }
}
