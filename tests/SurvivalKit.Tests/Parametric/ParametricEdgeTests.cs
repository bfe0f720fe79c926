using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Parametric regressions without a maximum, with dependent columns, with far units, and with input that cannot be used.</summary>
public sealed class ParametricEdgeTests
{
    public static TheoryData<ParametricDistribution> Distributions =>
        [.. Enum.GetValues<ParametricDistribution>().Where(value => value <= ParametricDistribution.Gompertz)];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_group_without_events_has_a_coefficient_that_goes_to_infinity(ParametricDistribution distribution)
    {
        ParametricFit fit = ParametricModel.Fit(
            Surv.Right([1, 2, 3, 4, 5, 6, 7, 8], [1.0, 1, 0, 1, 0, 0, 0, 0]),
            DesignMatrix.FromColumns(("a", [0, 0, 0, 0, 1, 1, 1, 1]), ("b", [2, 4, 4, 1, 2, 1, 4, 3])),
            new() { Distribution = distribution });
        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Contains("a", fit.AtFault);
        Assert.DoesNotContain("b", fit.AtFault);
        Assert.Equal(double.PositiveInfinity, fit["a"].StandardError);
        Assert.Contains("goes to infinity", fit.Cautions.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Without_events_nothing_is_estimated(ParametricDistribution distribution)
    {
        ParametricFit fit = ParametricModel.Fit(
            Surv.Right([1, 2, 3], [0.0, 0, 0]), DesignMatrix.FromColumns(("x", [1, 2, 4])), new() { Distribution = distribution });
        Assert.Equal(FitStatus.NoEvents, fit.Status);
        Assert.All(fit.Terms, term => Assert.False(term.IsEstimable));
        Assert.Contains("No event was observed", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_at_one_time_have_no_scale()
    {
        ParametricFit fit = ParametricModel.Fit(Surv.Right([5, 5, 5, 5], [1.0, 1, 1, 1]), DesignMatrix.FromColumns());
        Assert.NotEqual(FitStatus.Converged, fit.Status);
        Assert.Contains("Log(scale)", fit.AtFault);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Columns_that_depend_on_others_are_left_out(ParametricDistribution distribution)
    {
        double[] x = [1, 5, 2, 4, 3, 2, 7, 5];
        var response = Surv.Right([1, 2, 3, 4, 5, 6, 7, 8], [1.0, 1, 0, 1, 1, 0, 1, 1]);
        var options = new ParametricOptions { Distribution = distribution };
        ParametricFit expected = ParametricModel.Fit(response, DesignMatrix.FromColumns(("x", x)), options);
        ParametricFit fit = ParametricModel.Fit(
            response,
            DesignMatrix.FromColumns(
                ("one", Enumerable.Repeat(3.0, 8).ToArray()), ("x", x), ("y", x.Select(value => 2 - (3 * value)).ToArray())),
            options);
        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["one", "y"], fit.AtFault);
        Close.To(expected["x"].Coefficient, fit["x"].Coefficient, "x");
        Close.To(expected["(Intercept)"].StandardError, fit["(Intercept)"].StandardError, "se");
        Assert.Equal(expected.Parameters, fit.Parameters);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Units_change_nothing_but_themselves(ParametricDistribution distribution)
    {
        double[] time = [4, 7, 1, 9, 3, 6, 12, 2, 8, 5];
        double[] x = [0.1, 0.5, -0.3, 1.2, 0.4, -0.8, 0.9, -0.1, 0.6, 0.2];
        double[] status = [1, 1, 1, 0, 1, 1, 0, 1, 1, 1];
        var options = new ParametricOptions { Distribution = distribution };
        ParametricFit expected = ParametricModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x)), options);
        foreach (double unit in new[] { 1e-12, 1e-3, 365.25, 1e12 })
        {
            ParametricFit fit = ParametricModel.Fit(
                Surv.Right([.. time.Select(t => t * unit)], status),
                DesignMatrix.FromColumns(("x", x.Select(value => 1e6 + value).ToArray())),
                options);
            Assert.Equal(FitStatus.Converged, fit.Status);
            Close.To(expected["x"].Z, fit["x"].Z, "z", 1e-6);
            Close.To(expected.LogLikelihood, fit.LogLikelihood + (8 * Math.Log(unit)), "log-likelihood", 1e-8, 1e6);
        }
    }

    [Fact]
    public void What_cannot_be_used_is_told_in_a_sentence()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", [1, 0, 3, 4]),
            new DoubleDataFrameColumn("status", [1, 1, 0, 1]),
            new DoubleDataFrameColumn("x", [1, 2, 2, 3]));
        string zero = Message(() => ParametricModel.Fit(data, "Surv(time, status) ~ x"));
        Assert.Contains("row 2", zero, StringComparison.Ordinal);
        Assert.Contains("a time above 0 was expected", zero, StringComparison.Ordinal);
        Assert.Equal(FitStatus.Converged, ParametricModel.Fit(
            data, "Surv(time, status) ~ 1", new() { Distribution = ParametricDistribution.Gaussian }).Status);
        ParametricFit fit = ParametricModel.Fit(data.Filter("time > 0"), "Surv(time, status) ~ 1");
        Assert.Contains("between 0 and 1", Message(() => fit.Predict(data, ParametricQuantity.Quantile, 1)), StringComparison.Ordinal);
        Assert.Contains("0 or more", Message(() => fit.Predict(data, ParametricQuantity.Survival, -1)), StringComparison.Ordinal);
        Assert.Contains("its terms are (Intercept), Log(scale)", Message(() => fit["age"]), StringComparison.Ordinal);
        Assert.Contains("not proportional", Message(() => ParametricModel.Fit(
            data.Filter("time > 0"), "Surv(time, status) ~ 1", new() { Distribution = ParametricDistribution.LogNormal }).HazardRatios()),
            StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => ParametricModel.Fit(data, "Surv(time, status) ~ 1", new() { Level = 95 }));
        var three = Surv.Right([1, 2, 3], [1.0, 0, 1]);
        Assert.Contains("offset", Message(() => ParametricModel.Fit(
            three, DesignMatrix.FromColumns(("x", [1, 2, 4])), offset: [0, double.NaN, 1])), StringComparison.Ordinal);
        Assert.Contains("one each was expected", Message(() => ParametricModel.Fit(
            three, DesignMatrix.FromColumns(("x", [1, 2])))), StringComparison.Ordinal);
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<SurvivalDataException>(action).Message;
}
