using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Turnbull's estimate by hand, at its limits, and of any data.</summary>
public sealed class TurnbullTests
{
    private static readonly double None = double.NaN;

    // Innermost intervals (1, 2] and (3, 4]; of the four women one covers the first, one the second, two both.
    [Fact]
    public void Masses_are_worked_by_hand()
    {
        TurnbullCurve curve = Turnbull.Fit(Surv.Interval([0, 3, 1, 1], [2, 4, 4, 5]));
        Assert.Equal([(1, 2), (3, 4)], curve.Masses.Select(mass => (mass.Lower, mass.Upper)));
        Close.To(0.5, curve.Masses[0].Probability, "mass", 1e-8);
        Close.To(2 * Math.Log(0.5), curve.LogLikelihood, "log-likelihood");
        Assert.Equal((0.5, 0.5), (Math.Round(curve.SurvivalAt(2).Least, 9), Math.Round(curve.SurvivalAt(2).Greatest, 9)));
        Assert.Equal((0.5, 1.0), (Math.Round(curve.SurvivalAt(1.5).Least, 9), Math.Round(curve.SurvivalAt(1.5).Greatest, 9)));
        Assert.Equal(new TurnbullQuantile(0.5, 1, 2), curve.Quantile(0.5));
        Assert.Equal(new TurnbullQuantile(0.75, 3, 4), curve.Quantile(0.75));
    }

    // p of (0, 1], the rest after 2: 2 log p + log(1 - p) + a row that covers all.
    [Fact]
    public void What_nobody_bounds_is_after_the_last_time()
    {
        TurnbullCurve curve = Turnbull.Fit(Surv.Interval([None, 0, 2, None], [1, 1, None, 9]));
        Assert.Equal(2, curve.Masses.Length);
        Close.To(2 / 3.0, curve.Masses[0].Probability, "mass", 1e-8);
        Assert.Equal(0, curve.Masses[^1].Survival);
        Assert.Equal((0, 3, 1), (curve.Exact, curve.LeftCensored, curve.RightCensored));
    }

    // Current status at 1, 2, 3: 1 of 2, 0 of 1, 1 of 1 have had the event; pooled adjacent violators give 1/3, 1/3, 1.
    [Fact]
    public void Current_status_is_an_isotonic_regression()
    {
        TurnbullCurve curve = Turnbull.Fit(Surv.Interval([None, 1, 2, None], [1, None, None, 3]));
        Close.To(1 / 3.0, 1 - curve.SurvivalAt(2).Least, "part until 2", 1e-7);
        Close.To(1 / 3.0, 1 - curve.SurvivalAt(1).Least, "part until 1", 1e-7);
        Close.To(1, 1 - curve.SurvivalAt(3).Least, "part until 3", 1e-7);
    }

    [Fact]
    public void Exact_and_right_censored_times_have_the_estimate_of_Kaplan_and_Meier() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int n = random.Next(5, 120);
        double[] time = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(1, 30))];
        double[] status = [.. time.Select(_ => random.Next(3) > 0 ? 1.0 : 0)];
        status[0] = 1;
        KaplanMeierCurve expected = KaplanMeier.Fit(time, status);
        TurnbullCurve curve = Turnbull.Fit(Surv.Right(time, status));
        Assert.Equal(FitStatus.Converged, curve.Status);
        for (int i = 0; i < expected.Time.Length; i++)
        {
            Assert.Equal(expected.Survival[i], curve.SurvivalAt(expected.Time[i]).Greatest, 1e-7);
        }
    });

    [Fact]
    public void No_mixture_of_masses_is_more_likely() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int n = random.Next(10, 300);
        double[] left = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(0, 40))];
        double[] right = [.. left.Select(value => random.Next(4) == 0 ? None : value + random.Next(0, 12))];
        double[] weights = [.. left.Select(_ => (double)random.Next(1, 4))];
        TurnbullCurve curve = Turnbull.Fit(Surv.Interval(left, right), weights: weights);
        Assert.Equal(FitStatus.Converged, curve.Status);
        Close.To(1, curve.Masses.Sum(mass => mass.Probability), "sum of masses", 1e-9);
        double again = LogLikelihood(left, right, weights, curve.Masses.Select(mass => mass.Probability));
        Close.To(curve.LogLikelihood, again, "sum of logs", 1e-8);
        for (int attempt = 0; attempt < 20; attempt++)
        {
            double[] other = [.. curve.Masses.Select(_ => -Math.Log(random.NextDouble()))];
            double sum = other.Sum();
            double part = 0.1 * random.NextDouble();
            double value = LogLikelihood(left, right, weights, curve.Masses.Select(
                (mass, j) => ((1 - part) * mass.Probability) + (part * other[j] / sum)));
            Assert.True(value <= curve.LogLikelihood + 1e-7, $"{value:R} > {curve.LogLikelihood:R}");
        }

        // A row of weight 2 is two rows.
        int[] copies = [.. Enumerable.Range(0, n).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        TurnbullCurve copied = Turnbull.Fit(Surv.Interval([.. copies.Select(row => left[row])], [.. copies.Select(row => right[row])]));
        Close.To(curve.LogLikelihood, copied.LogLikelihood, "log-likelihood of copies", 1e-9);

        double LogLikelihood(double[] from, double[] to, double[] weight, IEnumerable<double> masses)
        {
            double[] p = [.. masses];
            double total = 0;
            for (int i = 0; i < n; i++)
            {
                double own = 0;
                for (int j = 0; j < p.Length; j++)
                {
                    bool isCovered = (from[i] == to[i] ? curve.Masses[j].Lower == to[i] : curve.Masses[j].Lower >= from[i]
                        && !(curve.Masses[j].Lower == from[i] && curve.Masses[j].Upper == from[i]))
                        && !(curve.Masses[j].Upper > to[i]);
                    own += isCovered ? p[j] : 0;
                }

                total += weight[i] * Math.Log(own);
            }

            return total;
        }
    });

    [Fact]
    public void The_bootstrap_has_a_seed_and_bands_that_hold_the_estimate()
    {
        Surv response = Surv.Interval([0, 2, 3, 1, 5, 4, 0, 6, 2, 1], [3, 5, 9, 4, None, 8, 2, None, 6, 5]);
        TurnbullCurve one = Turnbull.Fit(response, new() { Bootstrap = 200 });
        TurnbullCurve same = Turnbull.Fit(response, new() { Bootstrap = 200 });
        TurnbullCurve other = Turnbull.Fit(response, new() { Bootstrap = 200, Seed = 2 });
        Assert.Equal(one.Masses, same.Masses);
        Assert.NotEqual(one.Masses, other.Masses);
        Assert.All(one.Masses, mass => Assert.True(mass.SurvivalLower <= mass.SurvivalUpper));
        Assert.Contains(one.Masses, mass => mass.SurvivalLower < mass.Survival - 0.05 && mass.SurvivalUpper > mass.Survival + 0.05);
    }

    [Fact]
    public void What_cannot_be_used_is_told()
    {
        Assert.Contains("left <= right", Message(() => Surv.Interval([2, 5], [3, 4])), StringComparison.Ordinal);
        Assert.Contains("no limit", Message(() => Surv.Interval([None], [None])), StringComparison.Ordinal);
        Assert.Contains("one each", Message(() => Surv.Interval([1], [2, 3])), StringComparison.Ordinal);
        Assert.Contains("no starts", Message(() => Turnbull.Fit(Surv.Counting([0], [1], [true]))), StringComparison.Ordinal);
        Assert.Contains(
            "0 or more", Message(() => Turnbull.Fit(Surv.Interval([1], [2]), new() { Bootstrap = -1 })), StringComparison.Ordinal);
        Assert.Contains("no interval-censored times", Message(() => KaplanMeier.Fit(Surv.Interval([1], [2]))), StringComparison.Ordinal);
        var data = new DataFrame(
            new DoubleDataFrameColumn("l", [1, 2, 5, 7]),
            new DoubleDataFrameColumn("r", [2, 3, 4, 9]),
            new DoubleDataFrameColumn("x", [0, 1, 0, 1]));
        const string Formula = "Surv(l, r, type = \"interval2\") ~ x";
        Assert.Contains("row 3", Message(() => Turnbull.Fit(data, Formula)), StringComparison.Ordinal);
        Assert.Contains("no interval-censored times", Message(() => CoxModel.Fit(data, Formula)), StringComparison.Ordinal);
        Assert.Contains("two limits", Message(() => Turnbull.Fit(data, "Surv(l, type = \"interval2\") ~ x")), StringComparison.Ordinal);
        Assert.Contains(
            "one group",
            Message(() => IntervalLogRank.Test(data.Head(2), "Surv(l, r, type = \"interval2\") ~ 1")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_any_limit_is_left_out()
    {
        DataFrame data = SurvivalData.ReadCsv(new StringReader("l,r\n1,2\nNA,NA\nNA,3\n2,NA\n4,4\n"), "limits.csv");
        TurnbullCurves curves = Turnbull.Fit(data, "Surv(l, r, type = \"interval2\") ~ 1");
        Assert.Equal((1, 4), (curves.Omitted, curves[0].Observations));
        Assert.Equal("(1,2] 3- 2+ 4", Surv.Interval([1, None, 2, 4], [2, 3, None, 4]).ToString());
    }

    [Fact]
    public void Ten_thousand_intervals_reach_the_maximum()
    {
        var random = new Random(11);
        double[] left = new double[10_000];
        double[] right = new double[10_000];
        for (int i = 0; i < left.Length; i++)
        {
            double time = -10 * Math.Log(random.NextDouble());
            double visit = random.NextDouble() * 3;
            while (visit < time && visit < 25)
            {
                left[i] = visit;
                visit += 1 + (4 * random.NextDouble());
            }

            right[i] = visit < time ? None : visit;
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        TurnbullCurve curve = Turnbull.Fit(Surv.Interval(left, right));
        TestContext.Current.SendDiagnosticMessage($"{watch.ElapsedMilliseconds} ms, {curve.Steps} steps, {curve.Masses.Length} masses");
        Assert.Equal(FitStatus.Converged, curve.Status);
        Assert.Equal(Math.Exp(-0.5), (curve.SurvivalAt(5).Least + curve.SurvivalAt(5).Greatest) / 2, 0.05);
    }

    private static string Message(Action action) => Assert.ThrowsAny<Exception>(action).Message;
}
