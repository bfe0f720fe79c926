using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Fine-Gray regression against R's finegray and coxph.</summary>
public sealed class FineGrayFixtureTests
{
    private static readonly RFixture R = RFixture.Load("competing");

    public static TheoryData<string> Names => RFixture.Names("competing", _ => true, "fineGray");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("fineGray")[name];
        FineGrayFit fit = FineGray.Fit(
            R.Data(expected),
            expected["formula"]!.GetValue<string>(),
            expected["cause"]!.GetValue<string>(),
            new() { Ties = expected["ties"]!.GetValue<string>() == "efron" ? Ties.Efron : Ties.Breslow },
            expected["weights"]?.GetValue<string>(),
            expected["cluster"]?.GetValue<string>());

        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), fit.Omitted);
        Assert.Equal(expected["names"]!.AsArray().Select(term => term!.GetValue<string>()), fit.Terms.Select(term => term.Name));
        Close.To(expected["coef"], fit.Terms.Select(term => term.Coefficient), "coef");
        Close.To(expected["se"], fit.Terms.Select(term => term.StandardError), "se");
        Close.To(expected["robustSe"], fit.Terms.Select(term => term.RobustStandardError!.Value), "robust se");
        for (int j = 0; j < fit.Terms.Length; j++)
        {
            Close.To(expected["var"]![j], Enumerable.Range(0, fit.Terms.Length).Select(k => fit.Covariance(j, k)), "var", 1e-7);
        }

        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "log-likelihood without terms");
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood");
        Close.To(expected["wald"], fit.Wald.Statistic!.Value, "Wald");
    }
}
