namespace SurvivalKit.Published.Tests;

/// <summary>Means, standard deviations and their P values, worked by hand.</summary>
public class MeanCheckTests
{
    private const string Mean = "\"measure\": \"mean-sd\", \"column\": \"age\"";
    private const string Median = "\"measure\": \"median-sd\", \"column\": \"age\"";
    private const string Range = "\"measure\": \"mean-range\", \"column\": \"age\"";

    /// <summary>Two arms of 13 and 32 with a value, since the missing ones are printed.</summary>
    private static SmallStudy Known() => new SmallStudy(("A", 14), ("B", 42))
        .Row("NA", "\"measure\": \"count\", \"column\": \"age\", \"missing\": true")
        .Cells("NA", "n", ("All", "11"), ("A", "1"), ("B", "10"));

    // (13 x 79.6 + 32 x 76.7) / 45 = 77.54; sqrt((12 x 17.1^2 + 31 x 18.5^2) / 44) = 17.9 is more than 12.2 already.
    [Fact]
    public void A_mean_and_an_SD_that_the_arms_cannot_give()
    {
        StudyAudit audit =
            Known().Row("Ki", Mean).Cells("Ki", "mean sd", ("All", "80 12.2"), ("A", "79.6 17.1"), ("B", "76.7 18.5")).Audit();

        Assert.Equal(["table1/Ki/All#mean", "table1/Ki/All#sd"], audit.Inconsistent);
        Assert.Contains("(13 x 79.6 + 32 x 76.7)/45", audit["table1/Ki/All#mean"].Judgement.Witness, StringComparison.Ordinal);
        Assert.Equal(77.54, audit["table1/Ki/All#mean"].Judgement.Computed!.Value, 0.01);
    }

    // (13 x 79.6 + 32 x 76.7) / 45 = 77.54.
    [Fact]
    public void A_mean_that_the_arms_give()
    {
        StudyAudit audit =
            Known().Row("Ki", Mean).Cells("Ki", "mean sd", ("All", "77.5 17.9"), ("A", "79.6 17.1"), ("B", "76.7 18.5")).Audit();

        Assert.Equal(Verdict.Recomputed, audit["table1/Ki/All#mean"].Judgement.Verdict);
        Assert.Equal(Verdict.NotCheckable, audit["table1/Ki/A#mean"].Judgement.Verdict);
        Assert.Empty(audit.Inconsistent);
    }

    // (14 x 58.8 + 42 x 64.4) / 56 = 63.0; 62.2 lies between the arms' means, as it can where more of B have no age.
    [Fact]
    public void Where_print_does_not_say_who_has_a_value_a_mean_between_those_of_the_arms_is_possible()
    {
        StudyAudit Of(string all) => new SmallStudy(("A", 14), ("B", 42)).Row("Dose", Range)
            .Cells("Dose", "mean", ("All", all), ("A", "58.8"), ("B", "64.4")).Audit();

        Assert.Equal(Verdict.NotCheckable, Of("62.2")["table1/Dose/All#mean"].Judgement.Verdict);
        Assert.Equal(Verdict.Recomputed, Of("63.0")["table1/Dose/All#mean"].Judgement.Verdict);
        Assert.Equal(["table1/Dose/All#mean"], Of("65.0").Inconsistent);
    }

    // Within the arms sqrt((13 x 12.25^2 + 41 x 14.75^2) / 55) = 14.06 at the least, whatever the centres are.
    [Fact]
    public void With_medians_the_SD_of_all_is_not_below_that_within_the_arms()
    {
        SmallStudy study = new SmallStudy(("A", 14), ("B", 42)).Row("Age", Median)
            .Cells("Age", "median sd", ("All", "62.2 13.9"), ("A", "58.8 12.3"), ("B", "64.4 14.8"));

        Assert.Empty(study.Audit().Inconsistent);
        study.Row("Old", "\"measure\": \"count\", \"column\": \"age\", \"atLeast\": 65")
            .Cells("Old", "n %", ("A", "4 28.5"), ("B", "20 47.6"));
        Assert.Equal(["table1/Age/All#sd"], study.Audit().Inconsistent);
    }

    [Theory]
    [InlineData("29 30 70", Verdict.Inconsistent)]
    [InlineData("45 30 70", Verdict.NotCheckable)]
    public void A_mean_lies_in_its_range(string cell, Verdict verdict) =>
        Assert.Equal(verdict, new SmallStudy(("A", 14), ("B", 42)).Row("Age", Range).Cells("Age", "mean min max", ("A", cell))
            .Audit()["table1/Age/A#mean"].Judgement.Verdict);

    // Of ages from 30 to 70 with a mean of 50 the SD is sqrt(n / (n - 1) x 20 x 20) at the most, 28.3 for two of them.
    [Theory]
    [InlineData("30", Verdict.Inconsistent)]
    [InlineData("12", Verdict.NotCheckable)]
    public void An_SD_is_one_that_the_range_allows(string sd, Verdict verdict) => Assert.Equal(
        verdict,
        new SmallStudy(("A", 14), ("B", 42)).Row("Age", Mean).Row("Ages", Range)
            .Cells("Age", "mean sd", ("A", "50 " + sd)).Cells(
                "Ages", "mean min max", ("A", "50 30 70")).Audit()["table1/Age/A#sd"].Judgement.Verdict);

    // 13 whole numbers: 1035 / 13 = 79.62, 1036 / 13 = 79.69; none is 79.65.
    [Fact]
    public void Whole_numbers_do_not_have_every_mean()
    {
        StudyAudit audit = Known().Row("Age", Mean).Cells("Age", "mean sd", ("A", "79.65 17.1")).Audit();

        Assert.Equal(["table1/Age/A#mean"], audit.Inconsistent);
        Assert.EndsWith("The study file keeps Age in whole years.", audit["table1/Age/A#mean"].Judgement.Witness, StringComparison.Ordinal);
    }

    // Of 13 whole numbers none has a mean of 79.9, 1038 / 13 = 79.85 and 1039 / 13 = 79.92; of 10 one has. 79.65 is of none to 13.
    [Theory]
    [InlineData("79.65", Verdict.Inconsistent)]
    [InlineData("79.90", Verdict.NotCheckable)]
    public void Fewer_whole_numbers_are_tried_where_print_does_not_say_who_has_a_value(string mean, Verdict verdict) => Assert.Equal(
        verdict, new SmallStudy(("A", 13), ("B", 42)).Row("Age", Mean).Cells("Age", "mean sd", ("A", mean + " 17.1"))
            .Audit()["table1/Age/A#mean"].Judgement.Verdict);

    // With two of each arm the squares within are 12.25^2 + 14.75^2 over 3 at the least: an SD of 11.07. Cut off, 11.0 can be
    // up to 11.1; 10.9 is below 11.
    [Theory]
    [InlineData("10.9", Verdict.Inconsistent)]
    [InlineData("11.0", Verdict.NotCheckable)]
    [InlineData("12.0", Verdict.NotCheckable)]
    public void An_SD_below_that_of_any_number_of_patients_is_inconsistent(string sd, Verdict verdict) => Assert.Equal(
        verdict,
        new SmallStudy(("A", 14), ("B", 42)).Row("Age", Median)
            .Cells("Age", "median sd", ("All", "62.2 " + sd), ("A", "58.8 12.3"), (
                "B", "64.4 14.8")).Audit()["table1/Age/All#sd"].Judgement.Verdict);

    // 79.6 - 76.7 = 2.9; the pooled SD is 18.1, its standard error 18.1 sqrt(1/13 + 1/32) = 5.96: t = 0.49, P = .63.
    [Fact]
    public void A_P_that_no_test_of_means_gives_is_inconsistent_where_the_methods_name_the_t_test_alone()
    {
        SmallStudy Study(params string[] tests) => Known().Methods(tests).Row("Ki", Mean).Row(
            "Ki", "\"measure\": \"p-value\", \"test\": \"t\", \"column\": \"age\"")
            .Cells("Ki", "mean sd", ("A", "79.6 17.1"), ("B", "76.7 18.5")).Claim("table1/Ki/P#p", ".4");

        AuditedClaim p = Study("t-test").Audit()["table1/Ki/P#p"];
        Assert.Equal(Verdict.Inconsistent, p.Judgement.Verdict);
        Assert.Contains("Student's t test of 13 and 32 gives .6", p.Judgement.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotCheckable, Study("t-test", "Mann-Whitney U test").Audit()["table1/Ki/P#p"].Judgement.Verdict);
        Assert.Equal(Verdict.NotCheckable, Study().Audit()["table1/Ki/P#p"].Judgement.Verdict);
    }

    // A rank test that is named for times leaves ages to the t test; one for numbers does not.
    [Theory]
    [InlineData("times", Verdict.Inconsistent)]
    [InlineData("counts", Verdict.Inconsistent)]
    [InlineData("numbers", Verdict.NotCheckable)]
    public void A_test_is_named_for_its_use_only(string use, Verdict verdict) => Assert.Equal(
        verdict,
        Known().Method("t test", "t", "numbers").Method("Mann-Whitney U test", "rank", use)
            .Row("Ki", Mean).Row("Ki", "\"measure\": \"p-value\", \"test\": \"t\", \"column\": \"age\"")
            .Cells("Ki", "mean sd", ("A", "79.6 17.1"), ("B", "76.7 18.5")).Claim(
                "table1/Ki/P#p", ".4").Audit()["table1/Ki/P#p"].Judgement.Verdict);

    [Theory]
    [InlineData(".63", Verdict.Recomputed)]
    [InlineData(".6", Verdict.Recomputed)]
    [InlineData("<.05", Verdict.Inconsistent)]
    public void A_P_of_means_over_their_rounding(string printed, Verdict verdict) => Assert.Equal(
        verdict,
        Known().Methods("t-test").Row("Ki", Mean).Row("Ki", "\"measure\": \"p-value\", \"test\": \"t\", \"column\": \"age\"")
            .Cells("Ki", "mean sd", ("A", "79.6 17.1"), ("B", "76.7 18.5")).Claim(
                "table1/Ki/P#p", printed).Audit()["table1/Ki/P#p"].Judgement.Verdict);

    [Theory]
    [InlineData(Median, "median sd", "Medians are printed: a test of means needs means, and a test of ranks the values.")]
    [InlineData(Range, "mean min", "No standard deviations are printed beside the means, so that no test of means can be computed.")]
    public void Why_no_test_of_means_can_be_computed_is_said(string keys, string aspects, string sentence)
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42)).Row("Age", keys).Row(
            "Age", "\"measure\": \"p-value\", \"test\": \"t\", \"column\": \"age\"")
            .Cells("Age", aspects, ("A", "60 10"), ("B", "62 11")).Claim("table1/Age/P#p", ".4").Audit();

        Assert.Equal(
            (Verdict.NotCheckable, sentence), (audit["table1/Age/P#p"].Judgement.Verdict, audit["table1/Age/P#p"].Judgement.Sentence));
    }
}
