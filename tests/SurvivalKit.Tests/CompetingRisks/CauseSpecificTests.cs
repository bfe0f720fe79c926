using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cause-specific Cox models: what holds in any data, a case by hand, and what cannot be used.</summary>
public sealed class CauseSpecificTests
{
    private const string Formula = "Surv(time, factor(status)) ~ age + log(bili)";
    private static readonly DataFrame Pbc = SampleData.Load("pbc");

    [Fact]
    public void Each_cause_is_a_cox_model_in_which_the_others_are_censored()
    {
        CauseSpecificFit fit = CauseSpecificCox.Fit(
            Pbc, Formula, terms: new Dictionary<string, string> { ["1"] = "age + strata(sex)" });
        CoxFit transplant = CoxModel.Fit(Pbc, "Surv(time, status == 1) ~ age + strata(sex)");
        CoxFit death = CoxModel.Fit(Pbc, "Surv(time, status == 2) ~ age + log(bili)");

        Assert.Equal(transplant["age"], fit["1"]["age"]);
        Assert.Equal(death.Terms, fit["2"].Terms);
        Assert.Equal((25, 161), (fit["1"].Events, fit["2"].Events));
        Assert.Contains("different strata by cause", Message(() => fit.AbsoluteRisks(Pbc.Head(1), 1000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Risks_and_free_survival_sum_to_one_within_limits()
    {
        CauseSpecificFit fit = CauseSpecificCox.Fit(Pbc, Formula);
        double[] times = [50, 500, 1000, 3000, 9999];
        foreach (AbsoluteRisk risk in fit.AbsoluteRisks(Pbc.Head(5), times).Risks)
        {
            for (int i = 0; i < times.Length; i++)
            {
                AbsoluteRiskEstimate[] parts = [risk.At("1", times)[i], risk.At("2", times)[i], risk.FreeAt(times)[i]];
                Close.To(1, parts.Sum(part => part.Risk), "sum", 1e-12);
                Assert.All(parts.Where(part => part.StandardError > 0), part => Assert.InRange(part.Risk, part.Lower, part.Upper));
            }

            Assert.Equal(risk["2"][^1].Risk, risk.At("2", 1e9)[0].Risk);
        }
    }

    /// <summary>Without an effect, with Breslow's ties: one of cause a at 1 among 4, at 2 one of each cause among 3, at 3 none. The
    /// hazards are 1/4, then 1/3 each, with variances 1/16 and 1/9 each.</summary>
    [Fact]
    public void The_product_integral_is_that_of_hand()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", [1.0, 2, 2, 3]),
            new FactorColumn("status", ["a", "a", "b", "none"], ["none", "a", "b"]),
            new DoubleDataFrameColumn("x", [0.0, 0, 0, 0]));
        CauseSpecificFit fit = CauseSpecificCox.Fit(data, "Surv(time, status) ~ x", new() { Ties = Ties.Breslow });
        AbsoluteRisk risk = fit.AbsoluteRisks(data.Head(1), 1, 2).Risks[0];
        double before = Math.Exp(-1 / 4.0);
        double fall = 1 - Math.Exp(-2 / 3.0);

        Close.To(1 - before, risk.At("a", 1)[0].Risk, "a by 1", 1e-12);
        Close.To(1 - before + (before * fall / 2), risk.At("a", 2)[0].Risk, "a by 2", 1e-12);
        Close.To(before * fall / 2, risk.At("b", 2)[0].Risk, "b by 2", 1e-12);
        Close.To(Math.Exp(-11 / 12.0), risk.FreeAt(2)[0].Risk, "free at 2", 1e-12);
        Close.To(Math.Exp(-11 / 12.0) * Math.Sqrt((1 / 16.0) + (2 / 9.0)), risk.FreeAt(2)[0].StandardError, "its error", 1e-12);

        // The risk of a by 1 is 1 - exp(-1/4), of derivative exp(-1/4).
        Close.To(before / 4, risk.At("a", 1)[0].StandardError, "error of a by 1", 1e-12);
    }

    [Fact]
    public void What_cannot_be_used_is_said_in_a_sentence()
    {
        Assert.Equal(
            $"There is no cause \"3\" in {Formula}; one of 1, 2 was expected.",
            Message(() => CauseSpecificCox.Fit(Pbc, Formula, terms: new Dictionary<string, string> { ["3"] = "age" })));
        Assert.Equal("There is no cause \"3\"; the fit has 1; 2.", Message(() => _ = CauseSpecificCox.Fit(Pbc, Formula)["3"]));
        Assert.Equal(
            "The cause \"1\" has no event in Surv(time, factor(status, levels = c(0, 1, 2))) ~ age; at least one was expected.",
            Message(() => CauseSpecificCox.Fit(
                Pbc.Filter("status != 1"), "Surv(time, factor(status, levels = c(0, 1, 2))) ~ age")));
        Assert.Equal(
            "Not a number was given; a time was expected.",
            Message(() => CauseSpecificCox.Fit(Pbc, Formula).AbsoluteRisks(Pbc.Head(1), double.NaN).ToText()));
    }

    private static string Message(Action action) => Assert.Throws<SurvivalDataException>(action).Message;
}
