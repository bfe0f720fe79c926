namespace SurvivalKit.Published.Tests;

public class SurvivalSearchTests
{
    // Its figures come from simulated patients, so that a cohort with all of these figures exists.
    private static readonly SmallTrial Trial = SmallTrial.Make(patients: 30, seed: 4);

    [Fact]
    public void Figures_that_come_from_a_cohort_are_all_met_and_the_library_says_so()
    {
        SynthesisResult result = CohortSynthesizer.Run(
            Trial.Study, new() { Seed = 3, Starts = 6, Steps = 12_000 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(result.Missed);
        Assert.Empty(result.LeftOut);
        CoxFit fit = CoxModel.Fit(result.Cohort.Patients, "Surv(months, died) ~ arm + high", new() { Ties = Ties.Breslow });
        Assert.Equal(Trial.HazardRatioOfArm, Math.Round(fit.Terms[0].HazardRatio, 2));
        Assert.Equal(Trial.HazardRatioOfMarker, Math.Round(fit.Terms[1].HazardRatio, 2));
        Assert.Equal(
            Trial.Median, Math.Round(KaplanMeier.Fit(result.Cohort.Patients, "Surv(months, died) ~ 1")[0].Median.Estimate!.Value, 1));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        string[] texts = [.. new[] { 1, 2, 5 }.Select(threads => Text(3, 0, threads))];

        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(texts[0], texts[2]);
    }

    // With a tolerance some searches end early, at different points for different numbers of threads.
    [Theory]
    [InlineData(300)]
    [InlineData(3_000)]
    public void Nor_where_a_tolerance_ends_it(double tolerance)
    {
        for (ulong seed = 1; seed <= 12; seed++)
        {
            Assert.Equal(Text(seed, tolerance, threads: 1), Text(seed, tolerance, threads: 6));
        }
    }

    [Fact]
    public void A_time_limit_ends_the_search_with_the_best_so_far()
    {
        SynthesisResult result = CohortSynthesizer.Run(
            Samples.Paper,
            new() { Starts = 2, Steps = 100_000_000, TimeLimit = TimeSpan.FromSeconds(0.5) },
            cancellation: TestContext.Current.CancellationToken);

        Assert.True(result.WasStopped);
        Assert.Equal(56, result.Cohort.Count);
        Assert.NotEmpty(result.Missed);
        Assert.Contains("the search was ended by its time limit", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tolerance_ends_the_search_where_it_is_met()
    {
        var reports = new List<SynthesisProgress>();
        SynthesisResult result = CohortSynthesizer.Run(
            Trial.Study, new() { Starts = 2, Steps = 50, Tolerance = 1e9, MayBeMissing = false }, new Collector(
                reports), TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(reports.Select(report => report.Round).Distinct()));
        Assert.False(result.WasStopped);
    }

    [Fact]
    public void A_search_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => CohortSynthesizer.Run(Trial.Study, cancellation: cancellation.Token));
    }

    [Fact]
    public void What_the_audit_calls_inconsistent_is_left_out_and_reported()
    {
        SynthesisResult result = CohortSynthesizer.Run(
            Samples.Paper, new() { Starts = 1, Steps = 1, MayBeMissing = false }, cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(result.LeftOut, figure => figure.Claim.Id == "text/OS univariate > NLR > 3#hr");
        Assert.All(result.LeftOut, figure => Assert.Equal(Verdict.Inconsistent, result.Audit[figure.Claim.Id].Judgement.Verdict));
        Assert.Contains("text/OS univariate > NLR > 3#hr\n    ", result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 0.0)]
    [InlineData(1, 0, 0.0)]
    [InlineData(1, 1, -1.0)]
    [InlineData(1, 1, double.NaN)]
    public void Options_that_cannot_be_used_are_an_error(int starts, int steps, double tolerance) => Assert.Throws<SurvivalDataException>(
        () => CohortSynthesizer.Run(
            Trial.Study,
            new() { Starts = starts, Steps = steps, Tolerance = tolerance },
            cancellation: TestContext.Current.CancellationToken));

    private static string Text(ulong seed, double tolerance, int threads) => Text(CohortSynthesizer.Run(
        Trial.Study, new()
        {
            Seed = seed,
            Starts = 6,
            Steps = 400,
            Tolerance = tolerance,
            Threads =
            threads
        }, cancellation: TestContext.Current.CancellationToken).Cohort);

    private static string Text(Cohort cohort) => string.Join('\n', cohort.Patients.Rows.Select(row => string.Join(',', row)));

    // Progress<T> reports on other threads, later.
    private sealed class Collector(List<SynthesisProgress> reports) : IProgress<SynthesisProgress>
    {
        public void Report(SynthesisProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
