namespace SurvivalKit.Tests;

/// <summary>What holds for a parametric regression of any data.</summary>
public sealed class ParametricPropertyTests
{
    public static TheoryData<ParametricDistribution> Distributions =>
        [.. Enum.GetValues<ParametricDistribution>().Where(value => value <= ParametricDistribution.Gompertz)];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void No_order_and_no_splitting_of_rows_changes_the_estimates(ParametricDistribution distribution) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int n = random.Next(60, 200);
        double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double[] g = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(2))];
        double[] time = [.. x.Select(value => 0.01 + (-Math.Log(random.NextDouble()) * Math.Exp(value)))];
        double[] status = [.. x.Select(_ => random.Next(4) > 0 ? 1.0 : 0)];
        var options = new ParametricOptions { Distribution = distribution };
        ParametricFit fit = Fit(time, status, x, g, options);
        Assert.Equal(FitStatus.Converged, fit.Status);

        int[] order = [.. Enumerable.Range(0, n)];
        random.Shuffle(order);
        ParametricFit shuffled = Fit(
            [.. order.Select(i => time[i])], [.. order.Select(i => status[i])], [.. order.Select(i => x[i])], [.. order.Select(i => g[i])],
            options);
        Same(fit, shuffled);

        // A row is observed until a time, and from there on as another row.
        double cut = time.Order().ElementAt(n / 2);
        int[] late = [.. Enumerable.Range(0, n).Where(i => time[i] > cut)];
        Surv split = Surv.Counting(
            [.. new double[n], .. late.Select(_ => cut)],
            [.. time.Select(t => Math.Min(t, cut)), .. late.Select(i => time[i])],
            [.. time.Select((t, i) => t <= cut && status[i] == 1), .. late.Select(i => status[i] == 1)]);
        if (distribution is not (ParametricDistribution.Gaussian or ParametricDistribution.Logistic or ParametricDistribution.ExtremeValue))
        {
            Same(fit, ParametricModel.Fit(
                split,
                DesignMatrix.FromColumns(("x", [.. x, .. late.Select(i => x[i])]), ("g", [.. g, .. late.Select(i => g[i])])),
                options));
        }
    });

    private static ParametricFit Fit(double[] time, double[] status, double[] x, double[] g, ParametricOptions options) =>
        ParametricModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x), ("g", g)), options);

    private static void Same(ParametricFit expected, ParametricFit actual)
    {
        Close.To(expected.LogLikelihood, actual.LogLikelihood, "log-likelihood", 1e-10, 1e4);
        for (int j = 0; j < expected.Terms.Length; j++)
        {
            double error = expected.Terms[j].StandardError;
            Assert.Equal(expected.Terms[j].Coefficient, actual.Terms[j].Coefficient, 1e-6 * error);
            Close.To(error, actual.Terms[j].StandardError, expected.Terms[j].Name, 1e-6);
        }
    }
}
