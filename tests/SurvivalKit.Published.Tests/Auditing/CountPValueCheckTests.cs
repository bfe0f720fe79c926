namespace SurvivalKit.Published.Tests;

/// <summary>P values of printed counts; the expected P values are R's.</summary>
public class CountPValueCheckTests
{
    private const string Fisher = "\"measure\": \"p-value\", \"test\": \"fisher\", \"column\": \"sex\", \"equals\": \"Male\"";

    private static SmallStudy Male(string p, params string[] tests) => new SmallStudy(("A", 14), ("B", 42)).Methods(tests)
        .Row("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
        .Cells("Male", "n %", ("A", "8 57.1"), ("B", "10 23.8")).Claim("table1/Male/P#p", p);

    // chisq.test: .02074, with Yates .04743; fisher.test: .04408.
    [Theory]
    [InlineData(".04", "Fisher's exact test")]
    [InlineData(".021", "Pearson's chi-square test")]
    public void The_test_that_gives_the_P_is_named(string printed, string test)
    {
        AuditedClaim p = Male(printed).Audit()["table1/Male/P#p"];

        Assert.Equal((Verdict.Recomputed, test), (p.Judgement.Verdict, p.Judgement.Method));
    }

    [Fact]
    public void A_test_that_the_methods_name_comes_first_and_one_that_they_do_not_is_set_against_it()
    {
        Assert.EndsWith(
            "The methods name another test, Chi-square: Pearson's chi-square test gives .0207.", Male(
                ".044", "Chi-square").Audit()["table1/Male/P#p"].Judgement.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            "The methods name the test: Fisher's exact test.",
            Male(".04", "Fisher's exact test").Audit()["table1/Male/P#p"].Judgement.Sentence,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "The methods do not name the test.", Male(".04").Audit()["table1/Male/P#p"].Judgement.Sentence, StringComparison.Ordinal);
    }

    // 10 of 14 and 22 of 42: chisq.test with Yates .3496, fisher.test .3494.
    [Theory]
    [InlineData("Chi-square test", "Chi-square test with Yates' correction")]
    [InlineData("Fisher's exact test", "Fisher's exact test")]
    public void Of_tests_that_fit_the_one_that_the_methods_name_is_taken(string named, string method)
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42)).Methods(named)
            .Row("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
            .Cells("Male", "n %", ("A", "10 71.4"), ("B", "22 52.4")).Claim("table1/Male/P#p", ".35").Audit();

        Assert.Equal(method, audit["table1/Male/P#p"].Judgement.Method);
    }

    [Fact]
    public void A_P_that_no_test_gives_is_inconsistent_where_the_methods_name_a_test_of_counts()
    {
        AuditedClaim p = Male(".5", "Chi-square").Audit()["table1/Male/P#p"];

        Assert.Equal(Verdict.Inconsistent, p.Judgement.Verdict);
        Assert.StartsWith("Pearson's chi-square test gives .0207; ", p.Judgement.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotCheckable, Male(".5").Audit()["table1/Male/P#p"].Judgement.Verdict);
    }

    // Nothing says that the others are women: without a percentage of all, some may be unknown.
    [Fact]
    public void A_P_is_possible_where_patients_without_a_value_are_not_ruled_out()
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42)).Methods("Chi-square")
            .Row("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
            .Cells("Male", "n", ("A", "8"), ("B", "10")).Claim("table1/Male/P#p", ".5").Audit();

        Assert.Equal(Verdict.NotCheckable, audit["table1/Male/P#p"].Judgement.Verdict);
        Assert.Contains("not ruled out by print", audit["table1/Male/P#p"].Judgement.Sentence, StringComparison.Ordinal);
    }

    // chisq.test(matrix(c(10, 28, 4, 7, 0, 4, 0, 3), 2)): .3726; without the last column .2757.
    [Theory]
    [InlineData(".373", "Pearson's chi-square test with NA as a category")]
    [InlineData(".276", "Pearson's chi-square test without NA")]
    public void Missing_values_are_a_category_or_none(string printed, string method)
    {
        SmallStudy study = new SmallStudy(("A", 14), ("B", 42)).Methods("chi-square")
            .Row("Response", "\"measure\": \"p-value\", \"test\": \"chi-square\", \"column\": \"response\"");
        foreach ((string level, string first, string second) in new[] { ("CR", "10", "28"), ("PR", "4", "7"), ("SD", "0", "4") })
        {
            study.Row(level, $"\"measure\": \"count\", \"column\": \"response\", \"equals\": \"{level}\"")
                .Cells(level, "n", ("A", first), ("B", second));
        }

        study.Row("NA", "\"measure\": \"count\", \"column\": \"response\", \"missing\": true").Cells("NA", "n", ("A", "0"), ("B", "3"));

        Assert.Equal(method, study.Claim("table1/Response/P#p", printed).Audit()["table1/Response/P#p"].Judgement.Method);
    }

    // chisq.test(matrix(c(5, 14, 2, 7), 2)): .8248, a site a row.
    [Fact]
    public void Overlapping_rows_are_tried_as_if_they_excluded_each_other()
    {
        AuditedClaim p = new SmallStudy(("A", 14), ("B", 42))
            .Row("Sites", "\"measure\": \"p-value\", \"test\": \"chi-square\", \"columns\": [\"liver\", \"bone\"]")
            .Row("Liver", "\"measure\": \"count\", \"column\": \"liver\", \"equals\": 1").Row(
                "Bone", "\"measure\": \"count\", \"column\": \"bone\", \"equals\": 1")
            .Cells("Liver", "n", ("A", "5"), ("B", "14")).Cells("Bone", "n", ("A", "2"), ("B", "7"))
            .Claim("table1/Sites/P#p", ".82").Audit()["table1/Sites/P#p"];

        Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict);
        Assert.EndsWith("of the rows as if they excluded each other", p.Judgement.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_are_not_there_or_not_different_are_the_reason()
    {
        StudyAudit nobody = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
            .Cells("Male", "n", ("A", "0"), ("B", "0")).Claim("table1/Male/P#p", "1.0").Audit();
        Assert.Equal(
            "Fewer than two arms or categories have a count, so that there is nothing to compare.",
            nobody["table1/Male/P#p"].Judgement.Sentence);

        StudyAudit none = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
            .Claim("table1/Male/P#p", "1.0").Audit();
        Assert.Equal(
            "The counts that it compares are not printed, or are more than their arms have.", none["table1/Male/P#p"].Judgement.Sentence);
    }

    // 18 less 10 are 8.
    [Fact]
    public void The_count_of_an_arm_that_is_not_printed_is_that_of_all_less_the_others()
    {
        AuditedClaim p = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"").Row("Male", Fisher)
            .Cells("Male", "n", ("All", "18"), ("B", "10")).Claim("table1/Male/P#p", ".0441").Audit()["table1/Male/P#p"];

        Assert.Equal("Fisher's exact test", p.Judgement.Method);
    }
}
