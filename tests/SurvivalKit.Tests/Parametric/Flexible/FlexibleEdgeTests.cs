using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Distributions of several shapes by hand, at their special cases, and where they have no maximum.</summary>
public sealed class FlexibleEdgeTests
{
    private static readonly DataFrame Lung = SampleData.Load("lung");

    private const string Formula = "Surv(time, status) ~ age + sex";

    // Until 2 events 1 of 2 + 2 + 2 + 1 units of time, after it 2 of 1 + 4.
    [Fact]
    public void Pieces_are_events_over_time()
    {
        ParametricFit fit = ParametricModel.Fit(Surv.Right([1, 2, 3, 6], [1.0, 0, 1, 1]), DesignMatrix.FromColumns(), new()
        {
            Distribution = ParametricDistribution.PiecewiseExponential,
            Cuts = [2],
        });
        Close.To(Math.Log(1 / 7.0), fit["(Intercept)"].Coefficient, "first hazard", 1e-9);
        Close.To(Math.Log(2 / 5.0) - Math.Log(1 / 7.0), fit["after 2"].Coefficient, "ratio", 1e-9);
        Close.To(Math.Sqrt(1 + 0.5), fit["after 2"].StandardError, "se", 1e-9);
        Close.To(Math.Log(1 / 7.0) - 1 + (2 * Math.Log(2 / 5.0)) - 2, fit.LogLikelihood, "log-likelihood", 1e-9);
    }

    [Theory]
    [InlineData(ParametricDistribution.SplineHazard, ParametricDistribution.Weibull)]
    [InlineData(ParametricDistribution.SplineOdds, ParametricDistribution.LogLogistic)]
    [InlineData(ParametricDistribution.SplineNormal, ParametricDistribution.LogNormal)]
    public void A_spline_without_knots_is_the_distribution_of_its_scale(ParametricDistribution spline, ParametricDistribution simple)
    {
        ParametricFit fit = ParametricModel.Fit(Lung, Formula, new() { Distribution = spline, Knots = 0 });
        ParametricFit expected = ParametricModel.Fit(Lung, Formula, new() { Distribution = simple });
        Close.To(expected.LogLikelihood, fit.LogLikelihood, "log-likelihood", 1e-10);
        Close.To(1 / expected.Scales[0], fit["gamma1"].Coefficient, "slope", 1e-6);
        Close.To(-expected["sex"].Coefficient / expected.Scales[0], fit["sex"].Coefficient, "sex", 1e-6);
        foreach (ParametricQuantity quantity in Enum.GetValues<ParametricQuantity>())
        {
            double at = quantity == ParametricQuantity.Quantile ? 0.3 : 400;
            ParametricEstimate own = fit.Predict(Lung.Head(1), quantity, at).Estimates[0];
            ParametricEstimate other = expected.Predict(Lung.Head(1), quantity, at).Estimates[0];
            Close.To(other.Estimate, own.Estimate, $"{quantity}", 1e-6);
            Close.To(other.StandardError, own.StandardError, $"se of {quantity}", 1e-5);
        }
    }

    // Q = 0 is the normal, Q = 1 the extreme value distribution, with derivatives by z.
    [Fact]
    public void Special_shapes_have_closed_forms() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] first = new double[2];
        double[] second = new double[3];
        for (int i = 0; i < 50; i++)
        {
            double z = (8 * random.NextDouble()) - 5;
            Same(default(NormalError).LogSurvival(z), TailIntegral.LogSurvival(new GeneralizedGammaError(0), z, first, second));
            Same(default(ExtremeValueError).LogSurvival(z), TailIntegral.LogSurvival(new GeneralizedGammaError(1), z, first, second));
        }

        void Same((double Value, double First, double Second) expected, double value)
        {
            Close.To(expected.Value, value, "log S", 1e-11);
            Close.To(expected.First, first[0], "slope", 1e-10);
            Close.To(expected.Second, second[0], "curvature", 1e-8);
        }
    });

    [Fact]
    public void Derivatives_by_shapes_are_the_slopes_of_what_they_derive() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++)
        {
            double z = (6 * random.NextDouble()) - 3;
            double q = (4 * random.NextDouble()) - 2;
            double p = (4 * random.NextDouble()) - 3;
            IFlexibleFamily[] families = [new GeneralizedGammaFamily(), new GeneralizedFFamily()];
            foreach (IFlexibleFamily family in families)
            {
                double[] theta = family.Shapes == 2 ? [0.2, -0.3, q] : [0.2, -0.3, q, p];
                foreach (bool isDensity in (bool[])[true, false])
                {
                    CheckSlopes(family, theta, z, isDensity, $"z = {z:R}, Q = {q:R}, log P = {p:R}, {isDensity}");
                }
            }
        }
    });

    [Fact]
    public void The_gamma_distribution_is_found()
    {
        // Where Q is the scale, the generalised gamma is a gamma distribution: no other is nearer to a great sample of it.
        var random = new Random(5);
        double[] time = [.. Enumerable.Range(0, 4000).Select(_ => MathNet.Numerics.Distributions.Gamma.Sample(random, 3, 0.5))];
        ParametricFit fit = ParametricModel.Fit(
            Surv.Right(time, Enumerable.Repeat(1.0, time.Length).ToArray()), DesignMatrix.FromColumns(),
            new() { Distribution = ParametricDistribution.GeneralizedGamma });
        Assert.Equal(1 / Math.Sqrt(3), fit.Scales[0], 0.03);
        Assert.Equal(1 / Math.Sqrt(3), fit["Q"].Coefficient, 4 * fit["Q"].StandardError);
    }

    [Fact]
    public void A_shape_that_runs_away_is_told()
    {
        // All events at nearly one time, then none: Q goes on for ever, or the scale collapses.
        ParametricFit fit = ParametricModel.Fit(
            Surv.Right([5, 5, 5, 5, 9, 9], [1.0, 1, 1, 1, 0, 0]), DesignMatrix.FromColumns(),
            new() { Distribution = ParametricDistribution.GeneralizedGamma });
        Assert.NotEqual(FitStatus.Converged, fit.Status);
        Assert.NotEmpty(fit.Cautions);
    }

    [Fact]
    public void A_limit_of_the_generalised_F_is_told()
    {
        ParametricFit fit = ParametricModel.Fit(Lung, Formula, new() { Distribution = ParametricDistribution.GeneralizedF });
        ParametricFit gamma = ParametricModel.Fit(Lung, Formula, new() { Distribution = ParametricDistribution.GeneralizedGamma });
        Assert.True(fit.LogLikelihood >= gamma.LogLikelihood - 1e-6);
        if (fit.Status == FitStatus.Separation)
        {
            Assert.Contains("Log(P)", fit.AtFault);
            Assert.Equal(gamma.LogLikelihood, fit.LogLikelihood, 1e-3);
        }
    }

    [Theory]
    [InlineData("not between the first event", 2000.0)]
    [InlineData("increasing times", 300.0, 200.0)]
    [InlineData("increasing times", -5.0)]
    public void Knots_outside_the_events_are_told(string expected, params double[] knots) => Assert.Contains(
        expected,
        Assert.Throws<SurvivalDataException>(() => ParametricModel.Fit(
            Lung, Formula, new() { Distribution = ParametricDistribution.SplineHazard, KnotTimes = [.. knots] })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("No event was observed after 5000", 300.0, 5000.0)]
    [InlineData("No event was observed until 1", 1.0)]
    [InlineData("increasing times", 300.0, 200.0)]
    public void Cuts_without_events_are_told(string expected, params double[] cuts) => Assert.Contains(
        expected,
        Assert.Throws<SurvivalDataException>(() => ParametricModel.Fit(
            Lung, Formula, new() { Distribution = ParametricDistribution.PiecewiseExponential, Cuts = [.. cuts] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Many_knots_reach_the_maximum()
    {
        ParametricFit fit = ParametricModel.Fit(Lung, Formula, new() { Distribution = ParametricDistribution.SplineHazard, Knots = 8 });
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(8, fit.Knots.Length);
        ParametricFit fewer = ParametricModel.Fit(Lung, Formula, new() { Distribution = ParametricDistribution.SplineHazard, Knots = 0 });
        Assert.True(fit.LogLikelihood > fewer.LogLikelihood);
    }

    // Central differences of the value and of the gradient.
    private static void CheckSlopes(IFlexibleFamily family, double[] theta, double time, bool isDensity, string where)
    {
        int size = theta.Length;
        double[] second = new double[FlexibleValue.Triangle(size)];
        double[] first = new double[size];
        double Value(double[] at, double[] gradient)
        {
            IFlexibleLifetime lifetime = family.At(at.AsSpan(1));
            return isDensity ? lifetime.LogDensity(time, at[0], gradient, second) : lifetime.LogSurvival(time, at[0], gradient, second);
        }

        const double Step = 1e-4;
        for (int p = 0, row = 0; p < size; p++, row += p)
        {
            double[] up = [.. theta];
            double[] down = [.. theta];
            (up[p], down[p]) = (theta[p] + Step, theta[p] - Step);
            double[] above = new double[size];
            double[] below = new double[size];
            double slope = (Value(up, above) - Value(down, below)) / (2 * Step);
            Value(theta, first);
            Assert.True(Math.Abs(slope - first[p]) < 1e-5 * (1 + Math.Abs(slope)), $"{where}, by {p}: {slope:R} is not {first[p]:R}");
            for (int q = 0; q <= p; q++)
            {
                double curve = (above[q] - below[q]) / (2 * Step);
                Assert.True(
                    Math.Abs(curve - second[row + q]) < 1e-4 * (1 + Math.Abs(curve)),
                    $"{where}, by {p} and {q}: {curve:R} is not {second[row + q]:R}");
            }
        }
    }
}
