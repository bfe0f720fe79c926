using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Parametric regression against R's survreg, and against likelihoods maximised in R.</summary>
public sealed class ParametricFixtureTests
{
    private static readonly RFixture R = RFixture.Load("parametric");

    public static TheoryData<string> Names => RFixture.Names("parametric", _ => true);

    public static TheoryData<string> Maximised => RFixture.Names("parametric", _ => true, "maximised");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_survreg(string name)
    {
        JsonObject expected = R.Cases()[name];
        ParametricFit fit = Fit(expected, expected["robust"]!.GetValue<bool>());

        Check(expected, fit, 1e-8);
        if (expected["robust"]!.GetValue<bool>())
        {
            Close.To(expected["robustSe"], fit.Terms.Select(term => term.RobustStandardError!.Value), "robust se");
        }

        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "log-likelihood without terms", 1e-9);
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood", 1e-9);
        if (expected["quantiles"] is JsonArray quantiles)
        {
            DataFrame data = R.Data(expected).Head(expected["predicted"]!.AsArray().Count);
            ParametricPredictions predicted = fit.Predict(data, ParametricQuantity.Quantile, 0.1, 0.5, 0.9);
            foreach (ParametricEstimate estimate in predicted.Estimates)
            {
                int place = estimate.At switch { 0.1 => 0, 0.5 => 1, _ => 2 };
                Close.To(quantiles[estimate.Row]![place], estimate.Estimate, "quantile");
                Close.To(expected["quantileSe"]![estimate.Row]![place], estimate.StandardError, "se of a quantile");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Maximised))]
    public void Agrees_with_the_maximum_of_the_likelihood(string name)
    {
        JsonObject expected = R.Cases("maximised")[name];
        ParametricFit fit = Fit(expected, robust: false);
        Check(expected, fit, 1e-6);
        Close.To(expected["loglik"], fit.LogLikelihood, "log-likelihood", 1e-9);
    }

    private static ParametricFit Fit(JsonObject expected, bool robust)
    {
        string distribution = expected["dist"]!.GetValue<string>();
        distribution = distribution == "extreme" ? "ExtremeValue" : distribution;
        return ParametricModel.Fit(
            R.Data(expected),
            expected["formula"]!.GetValue<string>(),
            new()
            {
                Distribution = Enum.Parse<ParametricDistribution>(distribution, ignoreCase: true),
                Robust = robust,
            },
            expected["weights"]?.GetValue<string>());
    }

    private static void Check(JsonObject expected, ParametricFit fit, double relative)
    {
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), fit.Omitted);
        Assert.Equal(
            expected["names"]!.AsArray().Select(term => term!.GetValue<string>()),
            fit.Terms.Where(term => !term.IsShape).Select(term => term.Name));
        double[] estimates = [.. fit.Terms.Select(term => term.Coefficient)];
        double[] errors = [.. fit.Terms.Select(term => term.StandardError)];
        for (int j = 0; j < estimates.Length; j++)
        {
            // An estimate near 0 has the precision of its error.
            double own = expected["estimates"]![j]!.GetValue<double>();
            Assert.True(
                Math.Abs(own - estimates[j]) <= relative * Math.Max(Math.Abs(own), errors[j]),
                $"{fit.Terms[j].Name}: expected {own:R}, was {estimates[j]:R}.");
        }

        Close.To(expected["se"], errors, "se", relative);
    }
}
