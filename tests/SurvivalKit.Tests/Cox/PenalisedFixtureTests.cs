using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Ridge against R's ridge(); Firth against its definition summed in R.</summary>
public sealed class PenalisedFixtureTests
{
    private static readonly RFixture R = RFixture.Load("penalised");

    public static TheoryData<string> Ridges => RFixture.Names("penalised", _ => true, "ridge");

    public static TheoryData<string> Firths => RFixture.Names("penalised", _ => true, "firth");

    [Theory]
    [MemberData(nameof(Ridges))]
    public void Ridge_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("ridge")[name];
        CoxFit fit = Fit(expected, new CoxOptions
        {
            Ridge = expected["theta"]!.GetValue<double>(),
            RidgeIsScaled = expected["scale"]!.GetValue<bool>(),
        });

        Assert.Equal(FitStatus.Converged, fit.Status);
        Compare(expected, fit);
        double freedom = expected["df"]!.GetValue<double>();
        Close.To(freedom, fit.EffectiveDegreesOfFreedom, "effective df");
        Close.To(freedom, fit.LikelihoodRatio.DegreesOfFreedom!.Value, "df of the likelihood ratio");
        Close.To((2 * freedom) - (2 * fit.LogLikelihood), fit.Aic, "AIC");
    }

    [Theory]
    [MemberData(nameof(Firths))]
    public void Firth_agrees_with_its_definition(string name)
    {
        JsonObject expected = R.Cases("firth")[name];
        CoxFit fit = Fit(expected, new CoxOptions { Firth = true });

        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(expected["names"]!.AsArray().Select(node => node!.GetValue<string>()), fit.Terms.Select(term => term.Name));
        Compare(expected, fit);
    }

    [Fact]
    public void Without_a_penalty_the_separated_data_have_no_estimate() =>
        Assert.Equal(FitStatus.Separation, Fit(R.Cases("firth")["edges, separated"], new CoxOptions()).Status);

    [Theory]
    [InlineData(-1, false, "efron", "A ridge penalty of -1 was given; a finite number of 0 or more was expected.")]
    [InlineData(
        1,
        true,
        "efron",
        "Firth's penalty was asked for together with a ridge penalty; one penalty, and Efron's or Breslow's ties, were expected.")]
    [InlineData(
        0,
        true,
        "exact",
        "Firth's penalty was asked for together with exact ties; one penalty, and Efron's or Breslow's ties, were expected.")]
    public void Options_that_do_not_go_together_are_refused(double ridge, bool firth, string ties, string message)
    {
        var options = new CoxOptions { Ridge = ridge, Firth = firth, Ties = Enum.Parse<Ties>(ties, ignoreCase: true) };
        Assert.Equal(message, Assert.Throws<SurvivalDataException>(
            () => CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age", options)).Message);
    }

    [Fact]
    public void Exact_ties_refuse_case_weights()
    {
        var error = Assert.Throws<SurvivalDataException>(() =>
            CoxModel.Fit(
                Surv.Right([1, 2, 3], [1.0, 1, 1]),
                DesignMatrix.FromColumns(("x", [1, 0, 1])),
                new() { Ties = Ties.Exact },
                weights: [1, 2, 1]));
        Assert.Equal(
            "Exact ties were asked for together with case weights; weights of 0 and 1 were expected, or Efron's ties.", error.Message);
    }

    private static CoxFit Fit(JsonObject expected, CoxOptions options) => CoxModel.Fit(
        R.Data(expected), expected["formula"]!.GetValue<string>(), options with
        {
            Ties = Enum.Parse<Ties>(expected["ties"]!.GetValue<string>(), ignoreCase: true)
        });

    private static void Compare(JsonObject expected, CoxFit fit)
    {
        Close.To(expected["coef"], fit.Terms.Select(term => term.Coefficient), "coef");
        Close.To(expected["se"], fit.Terms.Select(term => term.StandardError), "se");
        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "null log-likelihood");
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood");
    }
}
