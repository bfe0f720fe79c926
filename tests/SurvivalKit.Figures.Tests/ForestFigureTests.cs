using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures.Tests;

public class ForestFigureTests
{
    private static Figure One(ForestFigureOptions? options = null) =>
        ForestFigure.Draw(Cases.Forest.Select(r => r with { Estimates = [.. r.Estimates.Take(1)] }), options);

    [Fact]
    public void Numbers_beside_the_plot_are_those_given()
    {
        var drawn = new Drawn(One());
        Assert.Equal(["1 [Reference]", "1.13", "1 [Reference]", "2.58", "NE", "0.40"], drawn.Texts("ratio"));
        Assert.Equal(["(0.56\u20132.28)", "(1.39\u20134.72)", "(0.02\u201319.50)"], drawn.Texts("interval text"));
        Assert.Equal([".72", ".002", ".001"], drawn.Texts("p"));
        Assert.Equal(["30/42", "9/14", "10/20", "29/36", "0/1"], drawn.Texts("counts"));
    }

    [Fact]
    public void Intervals_and_boxes_lie_on_a_logarithmic_axis()
    {
        var drawn = new Drawn(One());
        (double Value, double X)[] ticks = [.. drawn.Texts("axis tick")
            .Zip(drawn.Places("axis tick"), (t, p) => (double.Parse(t, System.Globalization.CultureInfo.InvariantCulture), p.X))];
        double ValueAt(double x) => Math.Exp(
            Math.Log(ticks[0].Value) + ((x - ticks[0].X) / (ticks[^1].X - ticks[0].X) * Math.Log(ticks[^1].Value / ticks[0].Value)));

        string d = (string)drawn.Parts("interval 1")[0].Attribute("d")!;
        double[] ends = [.. d[1..].Split('H')
            .Select(s => double.Parse(s.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(0.56, ValueAt(ends[0]), 0.005);
        Assert.Equal(2.28, ValueAt(ends[1]), 0.02);
        Assert.Equal(1, ValueAt(drawn.Path("one 1")[0][0].X), 0.005);
    }

    [Fact]
    public void Ticks_are_symmetric_about_one()
    {
        foreach (double end in new[] { 1.1, 1.4, 2, 3, 4.4, 9, 15, 30, 80, 500 })
        {
            LogAxis axis = LogAxis.For([(end / 2 > 1 ? end / 2 : 1, 0.9, end)]);
            Assert.Contains(1.0, axis.Ticks);
            Assert.Equal(1, axis.Lower * axis.Upper, 1e-9);
            Assert.All(axis.Ticks.Zip(axis.Ticks.Reverse()), p => Assert.Equal(1, p.First * p.Second, 1e-9));
        }
    }

    [Fact]
    public void An_interval_beyond_the_axis_is_cut_and_marked_and_explained()
    {
        var drawn = new Drawn(One());
        Assert.Equal(2, drawn.Parts("arrow").Count);
        Assert.Equal("Arrows: the interval goes beyond the axis. NE: not estimable.", Assert.Single(drawn.Texts("footnote")));

        var wide = new Drawn(One(new() { AxisLower = 0.01, AxisUpper = 100 }));
        Assert.Empty(wide.Parts("arrow"));
    }

    [Fact]
    public void A_separated_coefficient_is_not_estimable_and_the_footnote_says_why()
    {
        // Nobody with x = 1 has the event: the hazard ratio is 0, however long the iteration goes on.
        var frame = new DataFrame(
            new DoubleDataFrameColumn("time", [1.0, 2, 3, 4, 5, 6, 7, 8]),
            new DoubleDataFrameColumn("status", [1.0, 1, 0, 1, 0, 1, 0, 0]),
            new DoubleDataFrameColumn("x", [0.0, 0, 1, 0, 1, 0, 1, 1]),
            new DoubleDataFrameColumn("z", [0.3, 0.1, 0.9, 0.2, 0.5, 0.8, 0.4, 0.6]));
        CoxFit fit = CoxModel.Fit(frame, "Surv(time, status) ~ x + z");
        Assert.Equal(FitStatus.Separation, fit.Status);
        Figure figure = ForestFigure.Draw(fit, labels: new Dictionary<string, string> { ["x"] = "Treated" });
        var drawn = new Drawn(figure);
        Assert.Equal("NE", drawn.Texts("ratio")[0]);
        Assert.Single(drawn.Texts("interval text"));
        Assert.Single(drawn.Texts("p"));
        Assert.Single(drawn.Parts("interval 1"));
        Assert.Single(drawn.Parts("box 1"));
        Assert.Contains(
            "NE: not estimable (separates the events: Treated).", string.Join(' ', drawn.Texts("footnote")), StringComparison.Ordinal);
        Assert.Null(figure.Data.Columns["ratio"][0]);
        Assert.Equal(
            "HR not estimable",
            new Drawn(KaplanMeierFigure.Draw(
                KaplanMeier.Fit(frame, "Surv(time, status) ~ x"), new() { HazardRatio = fit.Terms[0] })).Texts("note")[0]);
    }

    [Fact]
    public void Area_of_a_box_grows_with_the_precision()
    {
        var drawn = new Drawn(
            ForestFigure.Draw([ForestRow.FromRatio("precise", 1.2, 1.1, 1.31), ForestRow.FromRatio("vague", 1.2, 0.6, 2.4)]));
        double[] sides = [.. drawn.Parts("box 1").Select(e => (double)e.Attribute("width")!)];
        Assert.True(sides[0] > 1.5 * sides[1]);
    }

    [Fact]
    public void A_summary_is_a_diamond_as_wide_as_its_interval()
    {
        var drawn = new Drawn(ForestFigure.Draw([ForestRow.FromRatio("one", 1.2, 0.8, 1.8), ForestRow.Summary("all", 1.2, 0.8, 1.8)]));
        IReadOnlyList<(double X, double Y)> diamond = Assert.Single(drawn.Path("diamond 1")), interval = drawn.Path("interval 1")[0];
        Assert.Equal(interval[0].X, diamond.Min(p => p.X), 0.01);
        Assert.Equal(interval[1].X, diamond.Max(p => p.X), 0.01);
    }

    [Fact]
    public void Panels_share_one_scale_and_a_reference_shows_only_where_its_factor_is_in_the_model()
    {
        ForestRow[] rows =
        [
            .. Cases.Forest,
            ForestRow.Heading("LDH"),
            ForestRow.Reference("normal"),
            new() { Label = "high", Indent = 1, Estimates = [new(2.39, 1.29, 4.41, 0.005), null] }
        ];
        var drawn = new Drawn(ForestFigure.Draw(rows, new() { Panels = ["Univariate", "Multivariate"] }));
        Assert.Equal(["Univariate", "Multivariate"], drawn.Texts("panel"));
        Assert.Equal(3 + 2, drawn.Texts("ratio").Count(t => t == "1 [Reference]"));
        IReadOnlyList<string> ticks = drawn.Texts("axis tick");
        Assert.Equal(ticks.Take(ticks.Count / 2), ticks.Skip(ticks.Count / 2));
    }

    [Fact]
    public void A_fit_is_drawn_with_its_own_numbers_and_level()
    {
        CoxFit fit = CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + factor(sex)", new() { Level = 0.9 });
        Figure figure = ForestFigure.Draw(fit, labels: new Dictionary<string, string> { ["factor(sex)2"] = "Women" });
        var drawn = new Drawn(figure);
        Assert.Equal(["age", "sex", "1", "Women"], drawn.Texts("label"));
        Assert.Contains("HR (90% CI)", drawn.Texts("heading"));
        Assert.Equal("228 observations, 165 events.", Assert.Single(drawn.Texts("footnote")));
        Assert.Equal(["165/228", "112/138", "53/90"], drawn.Texts("counts"));
        Assert.Equal(fit.Terms.Select(t => t.HazardRatio), figure.Data.Columns["ratio"].Cast<double?>().OfType<double>());
        Assert.Equal(fit.Terms.Select(t => t.P), figure.Data.Columns["p"].Cast<double?>().OfType<double>());
    }

    [Fact]
    public void Models_side_by_side_gather_their_coefficients_in_rows()
    {
        DataFrame lung = SampleData.Load("lung");
        CoxFit age = CoxModel.Fit(lung, "Surv(time, status) ~ age"), sex =
            CoxModel.Fit(lung, "Surv(time, status) ~ sex"), both = CoxModel.Fit(lung, "Surv(time, status) ~ age + sex");
        Figure figure = ForestFigure.Draw([("Univariate", age), ("Univariate", sex), ("Multivariate", both)]);
        Assert.Equal(["age", "sex"], new Drawn(figure).Texts("label"));
        Assert.Equal(
            [age.Terms[0].HazardRatio, both.Terms[0].HazardRatio, sex.Terms[0].HazardRatio, both.Terms[1].HazardRatio],
            figure.Data.Columns["ratio"].Cast<double>());
    }

    [Theory]
    [InlineData(1.005, "1.00")]
    [InlineData(0.004, "<0.01")]
    [InlineData(0, "<0.01")]
    [InlineData(1234.5, ">1000")]
    [InlineData(double.PositiveInfinity, "\u221E")]
    public void Ratios_that_two_decimals_cannot_show_are_bounded(double ratio, string text) =>
        Assert.Equal(text, ForestText.Ratio(ratio, 2));

    [Fact]
    public void A_figure_that_is_too_narrow_says_how_wide_it_has_to_be()
    {
        SurvivalDataException error = Assert.Throws<SurvivalDataException>(
            () => ForestFigure.Draw(Cases.Forest, new() { Width = 85, Panels = ["Univariate", "Multivariate"] }));
        Assert.StartsWith(
            "The forest plot does not fit into 85 mm; at this text size it needs a width of ", error.Message, StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => ForestFigure.Draw(Array.Empty<ForestRow>()));
        Assert.Throws<SurvivalDataException>(() => One(new() { AxisLower = 2 }));
        Assert.Throws<SurvivalDataException>(() => One(new() { AxisLower = 2, AxisUpper = 1 }));
    }

    [Fact]
    public void Svg_is_the_one_that_was_looked_at() =>
        Snapshot.Matches("forest.svg", One(new() { Width = 120, FavoursLower = "Favours A", FavoursUpper = "Favours B" }).ToSvg());
}
