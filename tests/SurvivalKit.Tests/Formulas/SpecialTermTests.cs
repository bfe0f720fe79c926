using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>strata(), cluster(), offset() and Surv() mean the same as in R wherever R lets them stand.</summary>
public sealed class SpecialTermTests
{
    private static readonly RFixture R = RFixture.Load("specials");

    public static TheoryData<string> Names => RFixture.Names("specials", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        CoxFit fit = CoxModel.Fit(R.Data(expected), expected["formula"]!.GetValue<string>());

        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), fit.Omitted);
        Assert.Equal(expected["robust"]!.GetValue<bool>(), fit.IsRobust);
        Assert.Equal(expected["names"]!.AsArray().Select(text => text!.GetValue<string>()), fit.Terms.Select(term => term.Name));
        Close.To(expected["loglik"]!.GetValue<double>(), fit.LogLikelihood, "log-likelihood");
        for (int term = 0; term < fit.Terms.Length; term++)
        {
            CoxTerm own = fit.Terms[term];
            double? coefficient = expected["coef"]![term]?.GetValue<double>();
            Assert.Equal(coefficient is not null, own.IsEstimable);
            if (coefficient is { } value)
            {
                Close.To(value, own.Coefficient, own.Name);
                Close.To(expected["se"]![term]!.GetValue<double>(), own.RobustStandardError ?? own.StandardError, own.Name);
            }
        }
    }
}
