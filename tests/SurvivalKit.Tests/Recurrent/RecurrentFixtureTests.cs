using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Models of recurrent events against R's coxph on the rows of each.</summary>
public sealed class RecurrentFixtureTests
{
    private static readonly RFixture R = RFixture.Load("recurrent");

    public static TheoryData<string> Names => RFixture.Names("recurrent", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        RecurrentModelKind kind = expected["kind"]!.GetValue<string>() switch
        {
            "ag" => RecurrentModelKind.AndersenGill,
            "pwp-total" => RecurrentModelKind.PrenticeWilliamsPetersonTotalTime,
            "pwp-gap" => RecurrentModelKind.PrenticeWilliamsPetersonGapTime,
            _ => RecurrentModelKind.WeiLinWeissfeld,
        };
        RecurrentFit fit = RecurrentModel.Fit(
            R.Data(expected),
            expected["formula"]!.GetValue<string>(),
            "id",
            kind,
            new()
            {
                Ties = expected["ties"]!.GetValue<string>() == "efron" ? Ties.Efron : Ties.Breslow,
                LastEvent = expected["last"]?.GetValue<int>(),
                PoolFrom = expected["pool"]?.GetValue<int>(),
                EffectsByEvent = expected["byEvent"]!.GetValue<bool>(),
            },
            expected["weights"]?.GetValue<string>());

        Assert.Equal(FitStatus.Converged, fit.Status);
        Close.To(expected["coef"], fit.Terms.Select(term => term.Coefficient), "coef");
        Close.To(expected["se"], fit.Terms.Select(term => term.StandardError), "se");
        Close.To(expected["robustSe"], fit.Terms.Select(term => term.RobustStandardError!.Value), "robust se");
        Close.To(expected["loglik"]!["null"], fit.Model.NullLogLikelihood, "log-likelihood without terms");
        Close.To(expected["loglik"]!["model"], fit.Model.LogLikelihood, "log-likelihood");
        Close.To(expected["wald"], fit.Model.Wald.Statistic!.Value, "Wald");
        if (kind != RecurrentModelKind.AndersenGill)
        {
            Assert.Equal(
                expected["byNumber"]!.AsArray().Select(one => (one!["subjects"]!.GetValue<int>(), one["events"]!.GetValue<int>())),
                fit.Counts.Select(count => (count.Subjects, count.Events)));
        }

        Assert.Equal(expected["effects"] is null, fit.EventEffects is null);
        foreach (JsonNode? effect in expected["effects"] as JsonArray ?? [])
        {
            string term = effect!["term"]!.GetValue<string>();
            RecurrentEffect[] ours = [.. fit.EventEffects!.Effects.Where(one => one.Term == term)];
            Close.To(effect["coef"], ours.Where(one => one.Number is not null).Select(one => one.Coefficient), "effects");
            Close.To(effect["se"], ours.Where(one => one.Number is not null).Select(one => one.StandardError), "their errors");
            Close.To(effect["average"], ours[^1].Coefficient, "average");
            Close.To(effect["averageSe"], ours[^1].StandardError, "its error");
            Close.To(
                effect["chiSquare"], fit.EventEffects.Equality.Single(one => one.Term == term).Test.Statistic!.Value, "equality", 1e-7);
        }
    }

    /// <summary>The classical analysis of the first four recurrences in the bladder data, one call a model, to the three digits of a
    /// table for print; with Breslow's ties, which the programs of the time had.</summary>
    [Fact]
    public void The_bladder_data_are_analysed_in_one_call_a_model()
    {
        RecurrentEffect[] effects =
        [
            .. Fit(RecurrentModelKind.WeiLinWeissfeld, byEvent: true).EventEffects!.Effects.Where(effect => effect.Term == "rx"),
        ];

        Assert.Equal([-0.518, -0.619, -0.700, -0.651], effects[..4].Select(effect => Math.Round(effect.Coefficient, 3)));
        Assert.Equal([0.307, 0.364, 0.415, 0.490], effects[..4].Select(effect => Math.Round(effect.StandardError, 3)));
        Assert.Equal((-0.549, 0.285), (Math.Round(effects[4].Coefficient, 3), Math.Round(effects[4].StandardError, 3)));
        Assert.Equal((-0.580, 0.303), Printed(RecurrentModelKind.WeiLinWeissfeld));
        Assert.Equal((-0.334, 0.197), Printed(RecurrentModelKind.PrenticeWilliamsPetersonTotalTime));
        Assert.Equal((-0.270, 0.208), Printed(RecurrentModelKind.PrenticeWilliamsPetersonGapTime));

        static (double, double) Printed(RecurrentModelKind kind)
        {
            CoxTerm term = Fit(kind, byEvent: false)["rx"];
            return (Math.Round(term.Coefficient, 3), Math.Round(term.RobustStandardError!.Value, 3));
        }

        static RecurrentFit Fit(RecurrentModelKind kind, bool byEvent) => RecurrentModel.Fit(
            SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/bladder2.csv")),
            "Surv(start, stop, event) ~ rx + size + number",
            "id",
            kind,
            new() { Ties = Ties.Breslow, EffectsByEvent = byEvent });
    }
}
