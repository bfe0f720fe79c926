using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What cannot be used as competing risks: one sentence that says why.</summary>
public sealed class CompetingRisksBadInputTests
{
    private static readonly DataFrame Data = new(
        new DoubleDataFrameColumn("time", [1.0, 2, 3, 4]),
        new DoubleDataFrameColumn("code", [0.0, 1, 2, 1]),
        new DoubleDataFrameColumn("none", [0.0, 0, 0, 0]),
        new FactorColumn("outcome", ["alive", "dead", "alive", "dead"], ["alive", "relapse", "dead"]),
        new FactorColumn("alive", ["alive", "alive", "alive", "alive"], ["alive", "relapse"]));

    [Theory]
    [InlineData("Surv(time, code) ~ 1", null, "column \"code\": it is a number, of which no code is known to be censoring; factor(code), "
        + "whose first level is, or the censoring code was expected.")]
    [InlineData("Surv(time, outcome) ~ 1", "lost", "column \"outcome\": no level is \"lost\", which was to be censoring; one of \"alive\", "
        + "\"relapse\", \"dead\" was expected.")]
    [InlineData("Surv(time, factor(none)) ~ 1", null, "column \"factor(none)\": its only level is \"0\"; one of censoring and one or more "
        + "of causes were expected.")]
    [InlineData("Surv(time, alive) ~ 1", null, "column \"alive\": every row has \"alive\", which is censoring; an event of some cause was "
        + "expected.")]
    [InlineData("Surv(time) ~ 1", null, "Surv(time) ~ 1 has no status; one whose levels are censoring and the causes was expected, as "
        + "Surv(time, factor(status)).")]
    public void Is_refused_in_a_sentence(string formula, string? censored, string sentence) => Assert.Equal(
        sentence, Assert.Throws<SurvivalDataException>(() => CumulativeIncidence.Fit(Data, formula, censored: censored)).Message);

    [Fact]
    public void A_cause_without_events_is_a_caution()
    {
        CumulativeIncidenceCurves fit = CumulativeIncidence.Fit(Data, "Surv(time, outcome) ~ 1");

        Assert.Equal(["The cause \"relapse\" has no event."], fit.Cautions);
        Assert.Equal([0, 0, 0, 0], fit[0]["relapse"].Incidence);
        Assert.Contains("has no event", fit.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost", "There is no cause \"lost\" in Surv(time, outcome) ~ code; one of relapse, dead was expected.")]
    [InlineData("relapse", "The cause \"relapse\" has no event in Surv(time, outcome) ~ code; at least one was expected.")]
    public void A_regression_needs_events_of_its_cause(string cause, string sentence) => Assert.Equal(
        sentence, Assert.Throws<SurvivalDataException>(() => FineGray.Fit(Data, "Surv(time, outcome) ~ code", cause)).Message);

    [Fact]
    public void A_regression_has_no_exact_ties() => Assert.Equal(
        "Weighted rows have no exact ties; Efron's or Breslow's ties were expected.",
        Assert.Throws<SurvivalDataException>(
            () => FineGray.Fit(Data, "Surv(time, outcome) ~ code", "dead", new() { Ties = Ties.Exact })).Message);

    [Fact]
    public void A_subject_ends_with_its_event()
    {
        var rows = new DataFrame(
            new DoubleDataFrameColumn("from", [0.0, 2, 0, 0]),
            new DoubleDataFrameColumn("to", [2.0, 5, 3, 4]),
            new FactorColumn("outcome", ["relapse", "alive", "dead", "alive"], ["alive", "relapse", "dead"]),
            new DoubleDataFrameColumn("id", [1.0, 1, 2, 3]));

        Assert.All(
            (Action[])[
                () => CumulativeIncidence.Fit(rows, "Surv(from, to, outcome) ~ 1", id: "id"),
                () => FineGray.Fit(rows, "Surv(from, to, outcome) ~ id", "dead", id: "id"),
            ],
            fit => Assert.Equal(
                "row 2, column \"to\": the subject goes on to 5 after its event in row 1; no row after an event of a competing cause was "
                    + "expected.",
                Assert.Throws<SurvivalDataException>(fit).Message));
    }

    [Fact]
    public void Other_analyses_refuse_words_as_before() => Assert.Contains(
        "is a status in words", Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Data, "Surv(time, outcome) ~ 1")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Causes_of_a_response_fit_its_events()
    {
        Surv response = Surv.Right([1, 2, 3], [true, false, true]);

        Assert.Equal(
            "row 2, column \"status\": 1 is no cause; a censored observation was expected to have 0.",
            Assert.Throws<SurvivalDataException>(() => response.WithCauses([1, 1, 2], "a", "b")).Message);
        Assert.Equal(
            "row 3, column \"status\": 3 is no cause; the event was expected to have a cause from 1 to 2.",
            Assert.Throws<SurvivalDataException>(() => response.WithCauses([1, 0, 3], "a", "b")).Message);
        Assert.Equal(
            "There are 1 causes, and 2 codes of them for 3 observations; one each was expected.",
            Assert.Throws<SurvivalDataException>(() => response.WithCauses([1, 0], "a")).Message);
        Assert.Contains(
            "has no causes",
            Assert.Throws<SurvivalDataException>(() => CumulativeIncidence.Fit(response)).Message,
            StringComparison.Ordinal);
    }
}
