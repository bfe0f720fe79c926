namespace SurvivalKit.Tests;

public sealed class CurvePropertyTests
{
    private const double Rounding = 1e-10;

    [Fact]
    public void A_weight_is_so_many_rows_to_the_hazard() => Claim.Holds(Cases.Tied, study =>
    {
        var repeated = new Study([.. study.Subjects.SelectMany(subject => Enumerable.Repeat(subject, subject.Weight))]);
        NelsonAalenCurve rows = NelsonAalen.Fit(repeated.Response);
        NelsonAalenCurve weighted = NelsonAalen.Fit(study.Response, weights: study.Weights);

        Same(rows.CumulativeHazard, weighted.CumulativeHazard, "hazard");
        Same(rows.StandardError, weighted.StandardError, "standard error");
    });

    [Fact]
    public void A_cluster_of_equal_rows_is_one_row_of_their_weight() => Claim.Holds(Cases.Tied, study =>
    {
        int[] owner = [.. study.Subjects.SelectMany((subject, i) => Enumerable.Repeat(i, subject.Weight))];
        Surv repeated = new Study([.. owner.Select(i => study.Subjects[i])]).Response;
        KaplanMeierCurve clustered = KaplanMeier.Fit(repeated, clusters: owner);
        KaplanMeierCurve weighted = KaplanMeier.Fit(study.Response, new() { Robust = true }, study.Weights);

        Same(weighted.StandardError, clustered.StandardError, "standard error");
        Same(weighted.CumulativeHazardError, clustered.CumulativeHazardError, "hazard's standard error");
    });

    [Theory]
    [InlineData(HazardMethod.NelsonAalen, false)]
    [InlineData(HazardMethod.NelsonAalen, true)]
    [InlineData(HazardMethod.FlemingHarrington, true)]
    public void The_robust_variance_is_the_sum_of_squared_derivatives(
        HazardMethod method, bool truncated) => Claim.Holds(Cases.Tied, study =>
    {
        // The definition itself, with derivatives by differences: slow, and independent of the library's method.
        Surv response = truncated ? LateEntry(study) : study.Response;
        double[] weights = [.. study.Weights.Select(weight => weight / 3)];
        int[] clusters = [.. study.Subjects.Select(subject => subject.Weight + (subject.Group * 2))];
        KaplanMeierOptions options = new() { HazardMethod = method };
        KaplanMeierCurve curve = KaplanMeier.Fit(response, options, weights, clusters: clusters);
        var survival = new double[7, curve.Time.Length];
        var hazard = new double[7, curve.Time.Length];
        const double Step = 1e-5;
        for (int i = 0; i < weights.Length; i++)
        {
            KaplanMeierCurve more = Moved(i, Step);
            KaplanMeierCurve less = Moved(i, -Step);
            for (int t = 0; t < curve.Time.Length; t++)
            {
                survival[clusters[i], t] += weights[i] * (more.Survival[t] - less.Survival[t]) / (2 * Step);
                hazard[clusters[i], t] += weights[i] * (more.CumulativeHazard[t] - less.CumulativeHazard[t]) / (2 * Step);
            }
        }

        for (int t = 0; t < curve.Time.Length; t++)
        {
            int at = t;
            double s = Math.Sqrt(Enumerable.Range(0, 7).Sum(c => survival[c, at] * survival[c, at]));
            double h = Math.Sqrt(Enumerable.Range(0, 7).Sum(c => hazard[c, at] * hazard[c, at]));
            Assert.InRange(curve.StandardError[t] - s, -1e-6, 1e-6);
            Assert.InRange((curve.CumulativeHazardError[t] - h) / (1 + h), -1e-6, 1e-6);
        }

        KaplanMeierCurve Moved(int i, double by)
        {
            double[] moved = [.. weights];
            moved[i] += by;
            return KaplanMeier.Fit(response, options, moved);
        }
    }, 30);

    [Fact]
    public void The_hazard_lies_below_minus_log_of_the_product_limit() => Claim.Holds(Cases.Tied, study =>
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(study.Response, weights: study.Weights);
        NelsonAalenCurve slow = NelsonAalen.Fit(study.Response, new() { Method = HazardMethod.FlemingHarrington }, study.Weights);
        for (int row = 0; row < curve.Time.Length; row++)
        {
            // d/n <= 1/n + ... + 1/(n - d + 1) <= -log(1 - d/n).
            Assert.InRange(curve.CumulativeHazard[row], 0, slow.CumulativeHazard[row] + 1e-12);
            Assert.InRange(slow.CumulativeHazard[row], 0, -Math.Log(curve.Survival[row]) + 1e-12);
        }
    });

    [Fact]
    public void Without_ties_the_methods_are_one() => Claim.Holds(Cases.Untied, study =>
    {
        NelsonAalenCurve whole = NelsonAalen.Fit(study.Response);
        NelsonAalenCurve single = NelsonAalen.Fit(study.Response, new() { Method = HazardMethod.FlemingHarrington });

        Same(whole.CumulativeHazard, single.CumulativeHazard, "hazard");
        Same(whole.StandardError, single.StandardError, "standard error");
    });

    [Fact]
    public void Long_data_give_what_their_parts_of_one_thread_would() => Claim.Holds(FsCheck.Fluent.Gen.Choose(40_000, 140_000), n =>
    {
        // Long enough to be split into blocks: the plain recursion, one row after the other.
        var random = new Random(n);
        double[] time = [.. Enumerable.Range(0, n).Select(_ => random.Next(3) == 0 ? random.Next(50) : 50 * random.NextDouble())];
        bool[] isEvent = [.. time.Select(_ => random.Next(2) == 0)];
        KaplanMeierCurve curve = KaplanMeier.Fit(Surv.Right(time, isEvent), new() { JoinNearTies = false });
        double survival = 1;
        double variance = 0;
        int atRisk = n;
        int row = 0;
        foreach (IGrouping<double, int> group in Enumerable.Range(0, n).GroupBy(i => time[i]).OrderBy(group => group.Key))
        {
            int events = group.Count(i => isEvent[i]);
            survival *= 1 - (events / (double)atRisk);
            variance += events == 0 ? 0 : events / (atRisk * (double)(atRisk - events));
            Assert.Equal((group.Key, atRisk, events), (curve.Time[row], curve.AtRisk[row], curve.Events[row]));
            Assert.Equal(survival, curve.Survival[row]);
            if (survival > 0)
            {
                double half = 1.959963984540054 * Math.Sqrt(variance);
                Close.To(survival * Math.Sqrt(variance), curve.StandardError[row], "se", 1e-12);
                Close.To(survival * Math.Exp(-half), curve.Lower[row], "lower", 1e-12);
                Close.To(Math.Min(1, survival * Math.Exp(half)), curve.Upper[row], "upper", 1e-12);
            }

            atRisk -= group.Count();
            row++;
        }

        Assert.Equal(row, curve.Time.Length);
    }, 3);

    private static Surv LateEntry(Study study) => Surv.Counting(
        [.. study.Subjects.Select(
            subject => subject.Time * (subject.Weight - 1) / 5.0)], study.Response.Time.AsSpan(), study.Response.Event.AsSpan());

    private static void Same(IReadOnlyList<double> expected, IReadOnlyList<double> actual, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Close.To(expected[i], actual[i], what, Rounding);
        }
    }
}
