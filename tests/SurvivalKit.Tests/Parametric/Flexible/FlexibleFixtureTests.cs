using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Distributions of several shapes against likelihoods maximised in R, and against what flexsurv prints.</summary>
public sealed class FlexibleFixtureTests
{
    private static readonly RFixture R = RFixture.Load("flexible");

    public static TheoryData<string> Names => RFixture.Names("flexible", _ => true);

    public static TheoryData<string> Pieces => RFixture.Names("flexible", _ => true, "pieces");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_maximum_of_the_likelihood(string name)
    {
        JsonObject expected = R.Cases()[name];
        ParametricFit fit = Fit(expected);
        Check(expected, fit);
        DataFrame first = R.Data(expected).Head(3);
        double[] times = [.. expected["times"]!.AsArray().Select(time => time!.GetValue<double>())];
        foreach (ParametricEstimate estimate in fit.Predict(first, ParametricQuantity.Survival, times).Estimates)
        {
            double own = expected["survival"]![estimate.Row]![Array.IndexOf(times, estimate.At)]!.GetValue<double>();
            Assert.Equal(own, estimate.Estimate, 1e-7);
            Assert.InRange(estimate.StandardError, 1e-12, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Pieces_are_a_poisson_regression(string name)
    {
        JsonObject expected = R.Cases("pieces")[name];
        Check(expected, ParametricModel.Fit(R.Data(expected), expected["formula"]!.GetValue<string>(), new()
        {
            Distribution = ParametricDistribution.PiecewiseExponential,
            Cuts = [.. expected["cuts"]!.AsArray().Select(cut => cut!.GetValue<double>())],
        }));
    }

    [Theory]
    [InlineData("gamma")]
    [InlineData("f")]
    public void Errors_have_the_density_and_the_tails_of_R(string list)
    {
        double[] first = new double[3];
        double[] second = new double[6];
        foreach (JsonNode? row in R.Root["errors"]![list]!.AsArray())
        {
            double?[] numbers = [.. row!.AsArray().Select(value => value?.GetValue<double>())];
            bool isGamma = list == "gamma";
            double z = numbers[0]!.Value;
            double q = numbers[1]!.Value;
            (double density, double survival) = isGamma
                ? Of(new GeneralizedGammaError(q), z) : Of(new GeneralizedFError(q, Math.Log(numbers[2]!.Value)), z);
            string where = $"z = {z}, Q = {q}";
            if (Math.Abs(q) >= 0.2 || !isGamma)
            {
                // The formula as it is written loses digits where Q is near 0.
                Close.To(numbers[^2] ?? double.NegativeInfinity, density, where, 1e-9);
                Assert.Equal(numbers[^1] ?? double.NegativeInfinity, survival, 1e-9 * Math.Max(0.01, Math.Abs(survival)));
            }
            else
            {
                Assert.Equal(numbers[^2]!.Value, density, 1e-6 * Math.Max(1, Math.Abs(density)));
            }
        }

        (double, double) Of<TError>(TError error, double z)
            where TError : struct, IShapedError =>
            (error.LogDensity(z), TailIntegral.LogSurvival(error, z, first, second));
    }

    // What flexsurv's guide prints for its data bc (Jackson 2016, section 4): the splines of the log odds with one knot.
    [Fact]
    public void The_bc_example_has_its_printed_digits()
    {
        DataFrame data = R.Data(R.Cases()["bc odds 1"]);
        const string Formula = "Surv(recyrs, censrec) ~ group";
        ParametricFit weibull = ParametricModel.Fit(data, Formula);
        Assert.Equal(-811.9419, weibull.LogLikelihood, 5e-5);
        Assert.Equal(1631.884, weibull.Aic, 5e-4);
        Assert.Equal(1.3797, 1 / weibull.Scales[0], 5e-5);
        Assert.Equal(11.4229, Math.Exp(weibull["(Intercept)"].Coefficient), 5e-5);
        Assert.Equal([-0.6136, -1.2122], weibull.Terms.Skip(1).Take(2).Select(term => Math.Round(term.Coefficient, 4)));
        ParametricFit spline = ParametricModel.Fit(data, Formula, new() { Distribution = ParametricDistribution.SplineOdds });
        Assert.Equal(-788.981, spline.LogLikelihood, 1e-3);
    }

    private static ParametricFit Fit(JsonObject expected) => ParametricModel.Fit(
        R.Data(expected),
        expected["formula"]!.GetValue<string>(),
        new()
        {
            Distribution = expected["dist"]!.GetValue<string>() switch
            {
                "gengamma" => ParametricDistribution.GeneralizedGamma,
                "genf" => ParametricDistribution.GeneralizedF,
                "spline-hazard" => ParametricDistribution.SplineHazard,
                "spline-odds" => ParametricDistribution.SplineOdds,
                _ => ParametricDistribution.SplineNormal,
            },
            Knots = expected["knots"]?.GetValue<int>() ?? 1,
        });

    private static void Check(JsonObject expected, ParametricFit fit)
    {
        Assert.True(
            fit.Status == FitStatus.Converged,
            $"{fit.Status} at {fit.LogLikelihood:R}, {string.Join(", ", fit.Terms.Select(term => $"{term.Name} {term.Coefficient:G6}"))}");
        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Close.To(expected["loglik"], fit.LogLikelihood, "log-likelihood", 1e-9);
        for (int j = 0; j < fit.Terms.Length; j++)
        {
            double own = expected["estimates"]![j]!.GetValue<double>();
            double error = expected["se"]![j]!.GetValue<double>();
            Assert.True(
                Math.Abs(own - fit.Terms[j].Coefficient) <= 1e-6 * Math.Max(Math.Abs(own), error),
                $"{fit.Terms[j].Name}: expected {own:R}, was {fit.Terms[j].Coefficient:R}.");
            Close.To(error, fit.Terms[j].StandardError, fit.Terms[j].Name, 1e-6);
        }
    }
}
