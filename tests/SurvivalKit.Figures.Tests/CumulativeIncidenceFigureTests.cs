namespace SurvivalKit.Figures.Tests;

public class CumulativeIncidenceFigureTests
{
    private static void SamePath(
        IReadOnlyList<(double Time, double Probability)> expected, IReadOnlyList<(double Time, double Probability)> drawn)
    {
        Assert.Equal(expected.Count, drawn.Count);
        foreach (((double t, double p), (double x, double y)) in expected.Zip(drawn))
        {
            Assert.Equal(t, x, 0.01);
            Assert.Equal(p, y, 0.001);
        }
    }

    // A: relapse 1/4 at 1, then 1/2 of those left at 4; death 3/4 x 1/3 at 2.
    [Fact]
    public void Curves_go_up_in_right_continuous_steps_from_zero()
    {
        var drawn = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing));
        SamePath([(0, 0), (1, 0), (1, 0.25), (4, 0.25), (4, 0.75)], Assert.Single(drawn.InAxisUnits("curve 1 of cause 1")));
        SamePath([(0, 0), (2, 0), (2, 0.25), (4, 0.25)], Assert.Single(drawn.InAxisUnits("curve 1 of cause 2")));
        SamePath([(0, 0), (2, 0), (2, 0.25), (6, 0.25)], Assert.Single(drawn.InAxisUnits("curve 2 of cause 1")));
    }

    [Fact]
    public void Bands_have_the_limits_of_the_fit()
    {
        CauseIncidence relapse = Cases.Competing["B"]["relapse"];
        var drawn = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing));
        Assert.True(relapse.Lower[0] is > 0.04 and < 0.06);
        SamePath(
            [
                (0, 0), (2, 0), (2, relapse.Lower[0]), (6, relapse.Lower[0]),
                (6, relapse.Upper[0]), (2, relapse.Upper[0]), (2, 0), (0, 0),
            ],
            Assert.Single(drawn.InAxisUnits("band 2 of cause 1")));
        Assert.Equal(["Shaded: pointwise 95% confidence interval (log)."], drawn.Texts("footnote"));
        Assert.Empty(new Drawn(CumulativeIncidenceFigure.Draw(
            Cases.Competing, new() { ConfidenceBands = false })).Parts("band 2 of cause 1"));
    }

    [Fact]
    public void The_table_counts_those_at_risk_and_the_events_of_each_cause()
    {
        var plain = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing, new() { TimeStep = 2 }));
        Assert.Equal(["4", "3", "1", "0"], plain.Texts("risk 1"));
        Assert.Equal(["4", "4", "3", "2"], plain.Texts("risk 2"));
        Assert.Equal(plain.Places("time tick").Select(p => p.X), plain.Places("risk 1").Select(p => p.X));

        var events = new Drawn(CumulativeIncidenceFigure.Draw(
            Cases.Competing, new() { TimeStep = 2, RiskTable = RiskTableContent.AtRiskAndEvents }));
        Assert.Equal(["4 (0, 0)", "3 (1, 1)", "1 (2, 1)", "0 (2, 1)"], events.Texts("risk 1"));
        Assert.Equal(["No. at risk (cumulative no. of events: relapse, death)"], events.Texts("risk heading"));

        var extended = new Drawn(CumulativeIncidenceFigure.Draw(
            Cases.Competing, new() { TimeStep = 2, RiskTable = RiskTableContent.Extended }));
        Assert.Equal(
            ["A", "At risk", "Censored", "relapse", "death", "B", "At risk", "Censored", "relapse", "death"],
            extended.Texts("risk label"));
        Assert.Equal(["4", "3", "1", "0", "0", "0", "1", "1", "0", "1", "2", "2", "0", "1", "1", "1"], extended.Texts("risk 1"));
    }

    [Fact]
    public void Groups_are_colours_and_causes_are_line_types()
    {
        var drawn = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing));
        string Of(string part, string attribute) => (string?)drawn.Parts(part)[0].Attribute(attribute) ?? "";
        Assert.Equal(Of("curve 1 of cause 1", "stroke"), Of("curve 1 of cause 2", "stroke"));
        Assert.NotEqual(Of("curve 1 of cause 1", "stroke"), Of("curve 2 of cause 1", "stroke"));
        Assert.Equal(Of("curve 1 of cause 2", "stroke-dasharray"), Of("curve 2 of cause 2", "stroke-dasharray"));
        Assert.NotEqual(Of("curve 1 of cause 1", "stroke-dasharray"), Of("curve 1 of cause 2", "stroke-dasharray"));
        Assert.Equal(["A", "B", "relapse", "death"], drawn.Texts("key label"));
    }

    [Fact]
    public void Causes_can_be_panels_above_one_time_axis_with_their_own_P()
    {
        GrayTestResult gray = Cases.GrayOfCompeting;
        var drawn = new Drawn(CumulativeIncidenceFigure.Draw(
            Cases.Competing, new() { Panels = true, CauseLabels = ["Relapse", "Death"], Gray = gray, TimeStep = 2 }));
        Assert.Equal(["Relapse", "Death"], drawn.Texts("cause"));
        Assert.Equal(["A", "B"], drawn.Texts("key label"));
        Assert.Equal(["0", "2", "4", "6"], drawn.Texts("time tick"));
        Assert.Equal(gray.Causes.Select(test => $"Gray {PValue.Sentence(test.P)}"), drawn.Texts("note"));
    }

    [Fact]
    public void One_panel_names_the_causes_of_several_tests()
    {
        var drawn = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing, new() { Gray = Cases.GrayOfCompeting }));
        Assert.Equal(
            Cases.GrayOfCompeting.Causes.Select(test => $"{test.Cause}: Gray {PValue.Sentence(test.P)}"), drawn.Texts("note"));
    }

    [Fact]
    public void One_cause_is_named_by_the_axis_and_one_group_has_causes_in_colours()
    {
        var cause = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing, new() { Causes = ["death"], Percent = true }));
        Assert.Equal(["Cumulative incidence of death, %"], cause.Texts("probability label"));
        Assert.Empty(cause.Parts("curve 1 of cause 2"));

        var group = new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing["A"]));
        Assert.Equal(["relapse", "death"], group.Texts("key label"));
        Assert.Empty(group.Parts("risk line 1"));
    }

    [Fact]
    public void The_probability_axis_ends_above_what_is_drawn_or_where_it_is_told_to()
    {
        CumulativeIncidenceFigureOptions few = new() { Causes = ["death"], ConfidenceBands = false };
        Assert.Equal("0.25", new Drawn(CumulativeIncidenceFigure.Draw(Cases.Competing, few)).Texts("probability tick")[^1]);
        Assert.Equal("1.0", new Drawn(CumulativeIncidenceFigure.Draw(
            Cases.Competing, few with { MaximumIncidence = 1 })).Texts("probability tick")[^1]);
    }

    [Fact]
    public void What_cannot_be_drawn_is_said_in_a_sentence()
    {
        Assert.Equal(
            "There is no cause \"cure\"; the fit has relapse; death.",
            Assert.Throws<SurvivalDataException>(() => CumulativeIncidenceFigure.Draw(
                Cases.Competing, new() { Causes = ["cure"] })).Message);
        Assert.Equal(
            "The option CauseLabels has 1 label, the figure has 2 causes; one label for each cause was expected.",
            Assert.Throws<SurvivalDataException>(() => CumulativeIncidenceFigure.Draw(
                Cases.Competing, new() { CauseLabels = ["Relapse"] })).Message);
        Assert.Equal(
            "The option MaximumIncidence is 2 of 1; it has to be from 5E-324 to 1 of 1.",
            Assert.Throws<SurvivalDataException>(() => CumulativeIncidenceFigure.Draw(
                Cases.Competing, new() { MaximumIncidence = 2 })).Message);
    }

    [Fact]
    public void Its_description_has_the_numbers()
    {
        Figure figure = CumulativeIncidenceFigure.Draw(Cases.Competing, new() { TimeUnit = "months" });
        Assert.Equal(
            "Cumulative incidence of competing causes (Aalen-Johansen) against time in months. A, relapse: 2 of 4, 0.7500 by 4 months; B, relapse: 1 of 4, 0.2500 by 6 months; A, death: 1 of 4, 0.2500 by 4 months; B, death: 0 of 4, 0.0000 by 6 months.",
            figure.Description);
        Assert.Equal(Cases.Competing.ToDataFrame().Rows.Count, figure.Data.Rows.Count);
    }

    [Fact]
    public void Its_picture_stays_as_it_is() => Snapshot.Matches(
        "cumulative-incidence.svg",
        CumulativeIncidenceFigure.Draw(
            CumulativeIncidence.Fit(SampleData.Load("pbc"), "Surv(time, factor(status)) ~ trt"),
            new() { Width = 110, TimeUnit = "days", CauseLabels = ["Transplant", "Death"] }).ToSvg());
}
