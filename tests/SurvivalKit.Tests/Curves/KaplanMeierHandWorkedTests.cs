namespace SurvivalKit.Tests;

/// <summary>Kaplan-Meier curves worked by hand: <c>tests/Fixtures/hand-worked.md</c>, section 1.</summary>
public sealed class KaplanMeierHandWorkedTests
{
    private const double Exact = 1e-13;
    private const double Printed = 1e-12;

    private static readonly double[] Times = [1, 1, 6, 6, 8, 9];
    private static readonly double[] Status = [1, 0, 1, 1, 0, 1];

    [Fact]
    public void Test1_is_the_product_limit_with_Greenwoods_variance()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(Times, Status);

        Assert.Equal([1, 6, 8, 9], curve.Time);
        Assert.Equal([6, 4, 2, 1], curve.AtRisk);
        Assert.Equal([1, 2, 0, 1], curve.Events);
        Assert.Equal([1, 0, 1, 0], curve.Censored);
        Same([5.0 / 6, 5.0 / 12, 5.0 / 12, 0], curve.Survival, Exact);
        Same([Math.Sqrt(5.0 / 216), Math.Sqrt(85.0 / 1728), Math.Sqrt(85.0 / 1728)], curve.StandardError.Take(3), Exact);
        Assert.True(double.IsNaN(curve.StandardError[3]));
    }

    [Theory]
    [InlineData(ConfidenceType.Plain, 0.535134309380474, 1, 0, 0.851362707606403)]
    [InlineData(ConfidenceType.Log, 0.582654795477140, 1, 0.146791915534472, 1)]
    [InlineData(ConfidenceType.LogLog, 0.273122849928356, 0.974712426690894, 0.0559918648520529, 0.766522219550580)]
    [InlineData(ConfidenceType.Logit, 0.368747209728024, 0.977167450110746, 0.106696698756949, 0.810304734673350)]
    [InlineData(ConfidenceType.Arcsine, 0.464816954112114, 0.999581513803801, 0.0664943858488415, 0.827535437832065)]
    public void Limits_of_test1_follow_the_formula_of_their_scale(
        ConfidenceType type, double lower1, double upper1, double lower6, double upper6)
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(Times, Status, new() { ConfidenceType = type });

        Same([lower1, lower6], curve.Lower.Take(2), Printed);
        Same([upper1, upper6], curve.Upper.Take(2), Printed);
        Assert.True(double.IsNaN(curve.Lower[3]) && double.IsNaN(curve.Upper[3]));
    }

    [Fact]
    public void Quantiles_of_test1_are_the_first_times_at_which_the_curve_is_low_enough()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(Times, Status);

        Assert.Equal(6, curve.Quantile(0.25).Estimate);
        Assert.Equal(6, curve.Median.Estimate);
        Assert.Equal(9, curve.Quantile(0.75).Estimate);
        Assert.Null(curve.Median.Upper);
    }

    [Fact]
    public void Restricted_mean_of_test1_to_7_is_67_twelfths()
    {
        RestrictedMean mean = KaplanMeier.Fit(Times, Status).RestrictedMean(7);

        Close.To(67.0 / 12, mean.Estimate, "area", Exact);
        Close.To(Math.Sqrt(1285.0 / 1728), mean.StandardError, "standard error", Exact);
    }

    [Fact]
    public void Groups_of_test1_are_curves_of_their_own()
    {
        KaplanMeierCurves curves =
            KaplanMeier.Fit(SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/test1.csv")), "Surv(time, status) ~ x");

        Assert.Equal(["x=0", "x=1"], curves.Select(curve => curve.Group));
        Assert.Equal([6, 8, 9], curves["0"].Time);
        Assert.Equal([3, 2, 1], curves["x=0"].AtRisk);
        Same([2.0 / 3, 2.0 / 3, 0], curves["0"].Survival, Exact);
        Same([2.0 / 3, 0], curves["1"].Survival, Exact);
        Close.To(Math.Sqrt(2.0 / 27), curves["0"].StandardError[0], "standard error", Exact);
        Close.To(Math.Sqrt(2.0 / 27), curves["1"].StandardError[0], "standard error", Exact);
    }

    [Fact]
    public void Weights_of_test3_count_as_so_many_observations()
    {
        double[] time = [1, 1, 2, 2, 2, 2, 3, 4, 5];
        double[] status = [1, 0, 1, 1, 1, 0, 0, 1, 0];
        KaplanMeierCurve curve = KaplanMeier.Fit(Surv.Right(time, status), weights: [1, 2, 3, 4, 3, 2, 1, 2, 1]);

        Assert.Equal([1, 2, 3, 4, 5], curve.Time);
        Assert.Equal([19, 16, 4, 3, 1], curve.AtRisk);
        Assert.Equal([1, 10, 0, 2, 0], curve.Events);
        Same([18.0 / 19, 27.0 / 76, 27.0 / 76, 9.0 / 76, 9.0 / 76], curve.Survival, Exact);
        Close.To(Math.Sqrt(18.0 / 6859), curve.StandardError[0], "standard error at 1", Exact);
        Close.To(Math.Sqrt(23733.0 / 1755904), curve.StandardError[1], "standard error at 2", Exact);
        Close.To(Math.Sqrt(19053.0 / 1755904), curve.StandardError[3], "standard error at 4", Exact);
    }

    [Fact]
    public void Delayed_entry_can_bring_the_curve_to_0_before_others_enter()
    {
        KaplanMeierCurve curve =
            KaplanMeier.Fit(Surv.Counting([0, 0, 1, 4, 5, 5], [2, 3, 3, 6, 7, 8], [true, true, true, true, false, true]));

        Assert.Equal([2, 3, 6, 7, 8], curve.Time);
        Assert.Equal([3, 2, 3, 2, 1], curve.AtRisk);
        Same([2.0 / 3, 0, 0, 0, 0], curve.Survival, Exact);
        Assert.All(curve.StandardError.Skip(1), error => Assert.True(double.IsNaN(error)));
    }

    private static void Same(double[] expected, IEnumerable<double> actual, double relative)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.To(expected[i], values[i], $"[{i}]", relative);
        }
    }
}
