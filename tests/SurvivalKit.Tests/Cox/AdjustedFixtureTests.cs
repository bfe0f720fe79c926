using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Tables of likelihood-ratio tests, Uno's concordance and adjusted curves against R.</summary>
public sealed class AdjustedFixtureTests
{
    private static readonly RFixture R = RFixture.Load("adjusted");

    public static TheoryData<string> Anovas => RFixture.Names("adjusted", _ => true, "anova");

    public static TheoryData<string> Unos => RFixture.Names("adjusted", _ => true, "uno");

    public static TheoryData<string> Adjusted => RFixture.Names("adjusted", _ => true, "adjusted");

    [Theory]
    [MemberData(nameof(Anovas))]
    public void Likelihoods_of_terms_agree_with_R(string name)
    {
        JsonObject expected = R.Cases("anova")[name];
        CoxFit fit = Fit(expected);
        double model = expected["loglik"]!["model"]!.GetValue<double>();
        double before = expected["loglik"]!["null"]!.GetValue<double>();
        CoxAnova sequential = fit.Anova();
        CoxAnova three = fit.Anova(AnovaKind.TypeThree);

        Assert.Equal(expected["terms"]!.AsArray().Select(term => term!.GetValue<string>()), sequential.Rows.Select(row => row.Term));
        Close.To(before, sequential.NullLogLikelihood, "null");
        for (int term = 0; term < sequential.Rows.Length; term++)
        {
            double with = expected["sequential"]![term]!.GetValue<double>();
            double without = expected["typeThree"]![term]!.GetValue<double>();
            Check(sequential.Rows[term], with, 2 * (with - before), expected["sequentialDf"]![term]!.GetValue<int>(), model);
            Check(three.Rows[term], without, 2 * (model - without), expected["typeThreeDf"]![term]!.GetValue<int>(), model);
            before = with;
        }
    }

    [Theory]
    [MemberData(nameof(Unos))]
    public void Unos_concordance_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("uno")[name];
        ConcordanceIndex uno = Fit(expected).UnoConcordance(expected["horizon"]?.GetValue<double>());

        Close.To(expected["estimate"], uno.Estimate, "C");
        Close.To(expected["std"], uno.StandardError, "se");
    }

    [Theory]
    [MemberData(nameof(Adjusted))]
    public void Adjusted_curves_agree_with_their_definition_in_R(string name)
    {
        JsonObject expected = R.Cases("adjusted")[name];
        DataFrame data = R.Data(expected);
        CoxFit fit = CoxModel.Fit(data, expected["formula"]!.GetValue<string>(), Options(expected));
        foreach (bool sample in new[] { true, false })
        {
            AdjustedCurves curves = fit.Adjusted(data, expected["variable"]!.GetValue<string>(), new AdjustedCurveOptions
            {
                Times = [.. expected["times"]!.AsArray().Select(time => time!.GetValue<double>())],
                Horizon = expected["horizon"]!.GetValue<double>(),
                Weights = expected["weights"]?.GetValue<string>(),
                RowsAreASample = sample,
            });
            string errors = sample ? "sample" : "fixed";

            Assert.Equal(expected["n"]!.GetValue<int>(), curves.Observations);
            Assert.Equal(
                expected["groups"]!.AsArray().Select(group => group!["group"]!.GetValue<string>()), curves.Select(curve => curve.Group));
            for (int g = 0; g < curves.Count; g++)
            {
                Compare(expected["groups"]![g]!, errors, [.. curves[g].At, curves[g].Mean!], curves[g].Group);
            }

            for (int c = 0; c < curves.Contrasts.Length; c++)
            {
                AdjustedContrast contrast = curves.Contrasts[c];
                Compare(expected["contrasts"]![c]!, errors, [.. contrast.Survival, contrast.Mean!], contrast.Group + " difference");
            }
        }
    }

    // The errors in R come from numerical derivatives, which are right to some ten digits; a difference of two nearly equal numbers
    // has fewer.
    private static void Compare(JsonNode expected, string errors, AdjustedEstimate[] ours, string what)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            double value = expected["value"]![i]!.GetValue<double>();
            double error = expected[errors]![i]!.GetValue<double>();
            Assert.True(
                Math.Abs(value - ours[i].Estimate) <= 1e-8 * (Math.Abs(value) + 1e-3), $"{what} {i}: {value:R}, {ours[i].Estimate:R}");
            Assert.True(
                Math.Abs(error - ours[i].StandardError) <= (1e-6 * error) + 1e-14, $"{what} {i}: {error:R}, {ours[i].StandardError:R}");
        }
    }

    private static void Check(CoxAnovaRow row, double logLikelihood, double statistic, int freedom, double model)
    {
        Close.To(logLikelihood, row.LogLikelihood, row.Term);
        Assert.True(Math.Abs(statistic - row.Test.Statistic!.Value) <= 1e-8 * Math.Abs(model), row.Term);
        Assert.Equal(freedom, row.Test.DegreesOfFreedom!.Value);
    }

    private static CoxFit Fit(JsonObject expected) => CoxModel.Fit(
        R.Data(expected),
        expected["formula"]!.GetValue<string>(),
        Options(expected),
        expected["weights"]?.GetValue<string>());

    private static CoxOptions Options(JsonObject expected) =>
        new() { Ties = Enum.Parse<Ties>(expected["ties"]?.GetValue<string>() ?? "efron", ignoreCase: true) };
}
