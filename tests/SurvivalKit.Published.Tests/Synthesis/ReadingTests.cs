using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public sealed class ReadingTests
{
    private static readonly SynthesisOptions Short = new() { Seed = 2, Starts = 2, Steps = 20_000, MayBeMissing = false };

    // Times 1 to 6 in turn of the arms, an event at each; of the reference at 1, 3 and 5. At risk of the arm: 3, 3, 2, 2, 1, 1 of 6 to 1.
    private static readonly ArmSums ByHand = ArmSums.Of(
        [0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [true, true, true, true, true, true], [0, 1, 0, 1, 0, 1], first: 1, reference: 0);

    [Fact]
    public void Sums_of_two_arms_are_those_by_hand()
    {
        double expected = (3 / 6.0) + (3 / 5.0) + (2 / 4.0) + (2 / 3.0) + (1 / 2.0) + 1;

        Assert.Equal(3, ByHand.Observed);
        Assert.Equal(expected, ByHand.Expected, 12);
        Assert.Equal(6 - expected, ByHand.ReferenceExpected, 12);
        Assert.Equal((3 / 5.0 * 2 / 3) + (1 / 3.0) + 0, ByHand.Rate, 12);
        Assert.Equal((9 / 36.0) + (6 / 25.0) + (4 / 16.0) + (2 / 9.0) + (1 / 4.0), ByHand.Variance, 12);
        Assert.Equal(ByHand.Variance, ByHand.RateVariance, 12);
    }

    [Fact]
    public void Ratios_are_made_of_the_sums_as_their_definitions_say()
    {
        (double o1, double e1, double o0, double e0) =
            (ByHand.Observed, ByHand.Expected, ByHand.ReferenceObserved, ByHand.ReferenceExpected);

        Assert.Equal(o1 / e1 / (o0 / e0), ByHand.Ratio(RatioReading.LogRank).Figure(Aspects.HazardRatio)!.Value, 12);
        Assert.Equal(Math.Sqrt((1 / e1) + (1 / e0)), ByHand.Ratio(RatioReading.LogRank).StandardError, 12);
        Assert.Equal((o1 - e1) / ByHand.Variance, ByHand.Ratio(RatioReading.Peto).Log, 12);
        Assert.Equal(Math.Log(ByHand.Rate / ByHand.ReferenceRate), ByHand.Ratio(RatioReading.MantelHaenszel).Log, 12);
    }

    [Fact]
    public void The_sums_are_those_of_the_log_rank_test()
    {
        (Study study, Cohort cohort) = new MadeTrial(70, 2, 5) { Visits = 1.5 }.Make();
        LogRankResult test = TestMeasures.LogRankOf(cohort, study.Endpoint("os"));
        ArmSums sums = ArmComparison.Of(cohort, study.Endpoint("os"), "B");

        Assert.Equal(test.Groups[1].Observed, sums.Observed);
        Assert.Equal(test.Groups[1].Expected, sums.Expected, 10);
        Assert.Equal(test.Groups[0].Expected, sums.ReferenceExpected, 10);
        Assert.Equal(test.Variance(1, 1), sums.Variance, 10);
    }

    // Four patients, an event at each of 2, 4, 6 and 8: one half is reached at 4 and left at 6.
    [Theory]
    [InlineData(MedianReading.Midpoint, 5)]
    [InlineData(MedianReading.First, 4)]
    [InlineData(MedianReading.Below, 6)]
    public void A_median_of_a_curve_that_is_flat_at_one_half(MedianReading reading, double median) => Assert.Equal(
        median, NumberMeasures.SurvivalMedian(Surv.Right([2, 4, 6, 8], [true, true, true, true]), reading));

    [Theory]
    [InlineData(MedianReading.Midpoint)]
    [InlineData(MedianReading.First)]
    [InlineData(MedianReading.Below)]
    public void No_median_where_the_curve_stays_above(MedianReading reading) =>
        Assert.Null(NumberMeasures.SurvivalMedian(Surv.Right([2, 4, 6], [true, false, false]), reading));

    // Of 1, 2 and 3 the squares of the distances sum to 2.
    [Theory]
    [InlineData(null, 1)]
    [InlineData(DeviationReading.N, 0.816496580927726)]
    public void A_deviation_by_either_divisor(DeviationReading? reading, double deviation) => Assert.Equal(
        deviation, NumberMeasures.Deviation(SampleSummary.Summarize([1, 2, 3]), new() { Deviation = reading }), 12);

    [Theory]
    [InlineData(CoxPReading.Score)]
    [InlineData(CoxPReading.LikelihoodRatio)]
    public void P_of_a_term_is_that_of_the_test_which_the_file_names(CoxPReading reading)
    {
        (Study study, Cohort cohort) = new MadeTrial(60, 2, 3) { Computed = new() { CoxP = reading } }.Make();
        CoxFit one = CoxModel.Fit(cohort.Patients, "Surv(os_months, os_event) ~ marker");
        CoxFit all = CoxModel.Fit(cohort.Patients, "Surv(os_months, os_event) ~ arm + sex + age + marker");
        double ofAll = reading == CoxPReading.Score ? all.Terms[3].P : all.LikelihoodRatioTestOf("marker").P;

        Assert.Equal(Math.Round((reading == CoxPReading.Score ? one.Score : one.LikelihoodRatio).P, 2), study["text/os marker#p"].Value, 9);
        Assert.Equal(Math.Round(ofAll, 2), study["text/os all marker#p"].Value, 9);
    }

    [Theory]
    [InlineData("ratioBesideCurve", "mantel-haenszel")]
    [InlineData("ties", "exact")]
    [InlineData("coxP", "score")]
    [InlineData("median", "below")]
    [InlineData("deviation", "n")]
    public void A_study_file_fixes_a_reading(string key, string name)
    {
        Study study = Study.Parse(With($$"""{"{{key}}": "{{name}}"}"""));

        Assert.Equal(name, ReadingKind.All.Single(kind => kind.Key == key).Chosen(study.Methods.Readings));
        Assert.All(ReadingKind.All.Where(kind => kind.Key != key), kind => Assert.Null(kind.Chosen(study.Methods.Readings)));
    }

    [Theory]
    [InlineData("""{"median": "mean"}""", "$.methods.readings.median", "one of \"midpoint\", \"first\", \"below\" was expected")]
    [InlineData("""{"sd": "n"}""", "$.methods.readings.sd", "known are ratioBesideCurve, ties, coxP, median, deviation")]
    public void A_reading_that_there_is_not_is_an_error(string readings, string path, string expected)
    {
        string message = Assert.Throws<StudyFileException>(() => Study.Parse(With(readings), "trial.json")).Message;

        Assert.StartsWith("trial.json, " + path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_is_beside_a_curve_only_where_the_row_has_a_log_rank_test_and_the_arm_alone()
    {
        Study study = new MadeTrial(60, 2, 3).Make().Study;

        Assert.Equal(
            ["figure1/os"],
            study.Rows.Where(row => row.Measure is CoxMeasure cox && RatioMeasures.IsBesideCurve(study, row, cox))
                .Select(row => row.Place + "/" + row.Row));
    }

    [Fact]
    public void A_search_that_misses_figures_tries_the_other_readings_and_says_what_each_misses()
    {
        Study study = new MadeTrial(40, 2, 11) { Computed = new() { RatioBesideCurve = RatioReading.Peto } }.Make().Study;

        SynthesisResult result = CohortSynthesizer.Run(
            study, Short with { Steps = 1_000 }, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEmpty(result.Missed);
        Assert.Equal(
            ["cox", "log-rank", "peto", "mantel-haenszel"],
            result.Readings.Where(trial => trial.Kind == "ratioBesideCurve").Select(trial => trial.Reading));
        Assert.All(result.Readings.GroupBy(trial => trial.Kind), kind => Assert.Single(kind, trial => trial.IsTaken));
        Assert.Contains("methods.readings", result.ToString(), StringComparison.Ordinal);
    }

    // Figures of times are missed, which no divisor of a deviation changes.
    [Fact]
    public void A_kind_that_bears_on_no_missed_figure_is_not_tried()
    {
        Study study = new MadeTrial(36, 3, 2)
        {
            Readings = """{"ratioBesideCurve": "cox", "ties": "efron", "coxP": "wald", "median": "midpoint"}""",
        }.Make().Study;

        SynthesisResult result = CohortSynthesizer.Run(
            study, Short with { Steps = 200 }, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEmpty(result.Missed);
        Assert.Empty(result.Readings);
    }

    [Fact]
    public void A_reading_that_the_file_fixes_is_not_tried()
    {
        Study study = new MadeTrial(40, 2, 11) { Readings = """{"ratioBesideCurve": "log-rank", "median": "first"}""" }.Make().Study;

        SynthesisResult result = CohortSynthesizer.Run(
            study, Short with { Steps = 200 }, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEmpty(result.Readings);
        Assert.DoesNotContain(result.Readings, trial => trial.Kind is "ratioBesideCurve" or "median");
        Assert.Equal(RatioReading.LogRank, result.Cohort.Study.Methods.Readings.RatioBesideCurve);
    }

    private static string With(string readings) =>
        Samples.InventedWith(root => root["methods"]!["readings"] = JsonNode.Parse(readings));
}
