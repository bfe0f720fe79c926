using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Interval-censored times against R: survreg of the type interval2, and Turnbull's estimate by long runs of the EM
/// algorithm.</summary>
public sealed class IntervalFixtureTests
{
    private static readonly RFixture R = RFixture.Load("interval");

    public static TheoryData<string> Names => RFixture.Names("interval", _ => true);

    public static TheoryData<string> Curves => RFixture.Names("interval", _ => true, "curves");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_survreg(string name)
    {
        JsonObject expected = R.Cases()[name];
        string distribution = expected["dist"]!.GetValue<string>();
        distribution = distribution == "extreme" ? "ExtremeValue" : distribution;

        // What is before a time is before it since 0 for survreg's log times, and since ever for its times.
        DataFrame data = R.Data(expected);
        if (distribution is "gaussian" or "logistic" or "ExtremeValue")
        {
            for (long row = 0; row < data.Rows.Count; row++)
            {
                double left = Convert.ToDouble(data["left"][row] ?? 0, CultureInfo.InvariantCulture);
                data["left"][row] = left == 0 ? null : data["left"][row];
            }
        }

        ParametricFit fit = ParametricModel.Fit(
            data,
            expected["formula"]!.GetValue<string>(),
            new() { Distribution = Enum.Parse<ParametricDistribution>(distribution, ignoreCase: true), Robust = false },
            expected["weights"]?.GetValue<string>());
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        for (int j = 0; j < fit.Terms.Length; j++)
        {
            double own = expected["estimates"]![j]!.GetValue<double>();
            Assert.True(
                Math.Abs(own - fit.Terms[j].Coefficient) <= 1e-8 * Math.Max(Math.Abs(own), fit.Terms[j].StandardError),
                $"{fit.Terms[j].Name}: expected {own:R}, was {fit.Terms[j].Coefficient:R}.");
        }

        Close.To(expected["se"], fit.Terms.Select(term => term.StandardError), "se", 1e-8);
        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "log-likelihood without terms", 1e-9);
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood", 1e-9);
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Turnbulls_estimate_has_the_masses_of_R(string name)
    {
        JsonObject expected = R.Cases("curves")[name];
        string group = name.Split(' ')[1..] is ["Rad" or "RadChem"] ? " ~ treatment" : " ~ 1";
        TurnbullCurves curves = Turnbull.Fit(
            R.Data(expected), "Surv(left, right, type = \"interval2\")" + group, weights: expected["weights"]?.GetValue<string>());
        TurnbullCurve curve = group == " ~ 1" ? curves[0] : curves[name.Split(' ')[1]];
        Assert.Equal(FitStatus.Converged, curve.Status);
        Assert.InRange(curve.Violation, 0, 1e-9);
        Close.To(expected["loglik"], curve.LogLikelihood, "log-likelihood", 1e-9);
        Assert.Equal(expected["mass"]!.AsArray().Count, curve.Masses.Length);
        for (int j = 0; j < curve.Masses.Length; j++)
        {
            Close.To(expected["lower"]![j] ?? double.NegativeInfinity, curve.Masses[j].Lower, "lower");
            Close.To(expected["upper"]![j] ?? double.PositiveInfinity, curve.Masses[j].Upper, "upper");
            Assert.Equal(expected["mass"]![j]!.GetValue<double>(), curve.Masses[j].Probability, 1e-7);
        }
    }

    // The summary of icfit and the tests that the vignette of R's package interval prints (Fay and Shaw 2010, sections 5.1 and 5.2).
    [Fact]
    public void The_breast_cosmesis_example_has_its_printed_digits()
    {
        DataFrame data = R.Data(R.Cases()["cosmesis weibull"]);
        const string Formula = "Surv(left, right, type = \"interval2\") ~ treatment";
        TurnbullCurves curves = Turnbull.Fit(data, Formula);
        Assert.Equal(
            [0.0463, 0.0334, 0.0887, 0.0708, 0.0926, 0.0818, 0.1209, 0.4656],
            curves["Rad"].Masses.Select(mass => Math.Round(mass.Probability, 4)));
        Assert.Equal(
            [0.0433, 0.0433, 0.0692, 0.1454, 0.1411, 0.1157, 0.0999, 0.0709, 0.1608, 0.0552, 0.0552],
            curves["RadChem"].Masses.Select(mass => Math.Round(mass.Probability, 4)));
        Assert.Equal([5, 8, 12, 17, 19, 20, 25, 31, 36, 48, 60], curves["RadChem"].Masses.Select(mass => mass.Upper));
        IntervalLogRankResult test = IntervalLogRank.Test(data, Formula);
        Assert.Equal(-9.141846, test.Groups[0].Score, 5e-7);
        Assert.Equal(2.6684, Math.Sqrt(test.Test.Statistic!.Value), 5e-5);
        Assert.Equal(0.007622, test.Test.P, 5e-7);
    }
}
