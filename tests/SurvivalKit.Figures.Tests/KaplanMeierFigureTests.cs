namespace SurvivalKit.Figures.Tests;

public class KaplanMeierFigureTests
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

    [Fact]
    public void Curve_goes_down_in_right_continuous_steps_from_one()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small));

        // A: 3/4 at 1, 1/2 at 2, then the last one at risk has the event at 4.
        SamePath([(0, 1), (1, 1), (1, 0.75), (2, 0.75), (2, 0.5), (4, 0.5), (4, 0)], Assert.Single(drawn.InAxisUnits("curve 1")));
        // B: 3/4 at 2, then flat to the last one censored at 6.
        SamePath([(0, 1), (2, 1), (2, 0.75), (6, 0.75)], Assert.Single(drawn.InAxisUnits("curve 2")));
    }

    [Fact]
    public void A_time_scale_draws_the_same_curve_in_another_unit()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { TimeScale = 2 }));
        SamePath([(0, 1), (0.5, 1), (0.5, 0.75), (1, 0.75), (1, 0.5), (2, 0.5), (2, 0)], Assert.Single(drawn.InAxisUnits("curve 1")));
        Assert.Throws<SurvivalDataException>(() => KaplanMeierFigure.Draw(Cases.Small, new() { TimeScale = 0 }));
    }

    [Fact]
    public void Cumulative_incidence_is_one_minus_the_curve()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { CumulativeIncidence = true }));
        SamePath([(0, 0), (2, 0), (2, 0.25), (6, 0.25)], Assert.Single(drawn.InAxisUnits("curve 2")));
        Assert.Equal(["Cumulative incidence"], drawn.Texts("probability label"));
    }

    [Fact]
    public void Band_has_the_limits_of_the_fit_in_steps_and_ends_where_they_are_not_defined()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small));
        KaplanMeierCurve b = Cases.Small["B"], a = Cases.Small["A"];
        Assert.True(double.IsNaN(a.Lower[^1]));
        Assert.Equal(1, b.Upper[0]);

        SamePath([(0, 1), (6, 1), (6, b.Lower[0]), (2, b.Lower[0]), (2, 1), (0, 1)], Assert.Single(drawn.InAxisUnits("band 2")));
        Assert.Equal(4, Assert.Single(drawn.InAxisUnits("band 1")).Max(p => p.Time), 0.01);
    }

    [Fact]
    public void Censor_ticks_stand_on_the_curve_at_each_censored_time()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small));
        IEnumerable<(double Time, double Probability)> middles =
            drawn.InAxisUnits("censored 2").Select(c => (c[0].Time, (c[0].Probability + c[1].Probability) / 2));
        SamePath([(5, 0.75), (6, 0.75)], [.. middles]);
        Assert.Empty(new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { CensorMarks = false })).Parts("censored 2"));
    }

    [Fact]
    public void Risk_table_stands_below_the_ticks_and_holds_the_numbers_of_the_fit()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { TimeStep = 2 }));
        Assert.Equal(["0", "2", "4", "6"], drawn.Texts("time tick"));
        Assert.Equal(["4", "3", "1", "0"], drawn.Texts("risk 1"));
        Assert.Equal(["4", "4", "3", "2"], drawn.Texts("risk 2"));
        Assert.Equal(drawn.Places("time tick").Select(p => p.X), drawn.Places("risk 1").Select(p => p.X));
    }

    [Fact]
    public void Risk_table_can_hold_events_and_censored()
    {
        var events = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { TimeStep = 2, RiskTable = RiskTableContent.AtRiskAndEvents }));
        Assert.Equal(["4 (0)", "3 (2)", "1 (3)", "0 (3)"], events.Texts("risk 1"));
        Assert.Equal(["No. at risk (cumulative no. of events)"], events.Texts("risk heading"));

        var extended = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { TimeStep = 2, RiskTable = RiskTableContent.Extended }));
        Assert.Equal(["4", "3", "1", "0", "0", "0", "1", "1", "0", "2", "3", "3"], extended.Texts("risk 1"));
        Assert.Equal(["A", "At risk", "Censored", "Events", "B", "At risk", "Censored", "Events"], extended.Texts("risk label"));
        Assert.Equal(["No. at risk, cumulative no. censored and of events"], extended.Texts("risk heading"));

        Assert.Empty(new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { RiskTable = RiskTableContent.None })).Texts("risk 1"));
    }

    [Fact]
    public void Time_axis_can_end_early_and_a_curve_where_few_are_at_risk()
    {
        var early = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { MaximumTime = 3, TimeStep = 1 }));
        SamePath([(0, 1), (1, 1), (1, 0.75), (2, 0.75), (2, 0.5), (3, 0.5)], Assert.Single(early.InAxisUnits("curve 1")));

        var few = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { MinimumAtRisk = 2 }));
        SamePath([(0, 1), (1, 1), (1, 0.75), (2, 0.75), (2, 0.5), (3, 0.5)], Assert.Single(few.InAxisUnits("curve 1")));
    }

    [Fact]
    public void Notes_name_the_test_and_the_hazard_ratio_as_the_fits_give_them()
    {
        Microsoft.Data.Analysis.DataFrame lung = SampleData.Load("lung");
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Lung, new()
        {
            LogRank = LogRank.Test(lung, "Surv(time, status) ~ sex"),
            HazardRatio = CoxModel.Fit(lung, "Surv(time, status) ~ factor(sex)").Terms[0],
            Notes = ["Landmark at 6 months"],
        }));
        Assert.Equal(
            ["HR 0.59 (95% CI, 0.42\u20130.82)", "sex=2 vs sex=1", "Log-rank P = .001", "Landmark at 6 months"], drawn.Texts("note"));
    }

    [Fact]
    public void A_hazard_ratio_says_who_is_compared_with_whom()
    {
        Microsoft.Data.Analysis.DataFrame lung = SampleData.Load("lung");
        string Said(string curves, string model, KaplanMeierFigureOptions? options = null, int term = 0)
        {
            KaplanMeierFigureOptions asked = (options ?? new()) with { HazardRatio = CoxModel.Fit(lung, model).Terms[term] };
            return new Drawn(KaplanMeierFigure.Draw(KaplanMeier.Fit(lung, curves), asked)).Texts("note")[1];
        }

        var named = new KaplanMeierFigureOptions { GroupLabels = ["Men", "Women"] };
        Assert.Equal("Women vs Men", Said("Surv(time, status) ~ sex", "Surv(time, status) ~ factor(sex)", named));
        // Sex is 1 or 2: one unit more is women against men.
        Assert.Equal("Women vs Men", Said("Surv(time, status) ~ sex", "Surv(time, status) ~ sex", named));
        Assert.Equal(
            "ph.ecog=2 vs ph.ecog=0", Said("Surv(time, status) ~ ph.ecog", "Surv(time, status) ~ factor(ph.ecog)", term: 1));
        Assert.Equal("for age", Said("Surv(time, status) ~ sex", "Surv(time, status) ~ age", named));
        Assert.Equal(
            "per year", Said("Surv(time, status) ~ sex", "Surv(time, status) ~ age", named with { HazardRatioContrast = "per year" }));
    }

    [Fact]
    public void Key_table_holds_events_and_medians_of_the_fit()
    {
        var drawn = new Drawn(
            KaplanMeierFigure.Draw(Cases.Lung, new() { Legend = KaplanMeierLegend.Statistics, GroupLabels = ["Men", "Women"] }));
        Assert.Equal(["112/138"], drawn.Texts("key events 1"));
        Assert.Equal(["270 (212\u2013310)"], drawn.Texts("key median 1"));
        Assert.Equal(["426 (348\u2013550)"], drawn.Texts("key median 2"));

        Assert.Equal(["Events/No.", "Median (95% CI)"], drawn.Texts("key heading"));
        var days = new Drawn(KaplanMeierFigure.Draw(Cases.Lung, new() { Legend = KaplanMeierLegend.Statistics, TimeUnit = "days" }));
        Assert.Equal("Median, days (95% CI)", days.Texts("key heading")[1]);

        var open = new Drawn(KaplanMeierFigure.Draw(Cases.Small, new() { Legend = KaplanMeierLegend.Statistics }));
        Assert.Equal(["NR (2\u2013NE)"], open.Texts("key median 2"));
        Assert.EndsWith("NR: not reached. NE: not estimable.", Assert.Single(open.Texts("footnote")), StringComparison.Ordinal);
    }

    [Fact]
    public void Median_lines_lead_from_one_half_to_the_median()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Lung, new() { MedianLines = true }));
        SamePath([(270, 0.5), (270, 0)], Assert.Single(drawn.InAxisUnits("median 1")));
        SamePath([(0, 0.5), (426, 0.5)], Assert.Single(drawn.InAxisUnits("half")));
    }

    [Fact]
    public void Footnote_names_level_and_type_of_the_band()
    {
        KaplanMeierCurves fit = KaplanMeier.Fit(
            SampleData.Load("lung"), "Surv(time, status) ~ 1", new() { ConfidenceType = ConfidenceType.LogLog, Level = 0.9 });
        Assert.Equal(
            ["Shaded: pointwise 90% confidence interval (log-log). Ticks on the curves: censored."],
            new Drawn(KaplanMeierFigure.Draw(fit)).Texts("footnote"));
    }

    [Fact]
    public void Footnote_explains_only_what_is_drawn()
    {
        // Without an event the limits are the curve itself; censored observations beyond the axis have no tick.
        KaplanMeierCurves none = Cases.Fit(("A", 3, 0), ("A", 4, 0), ("B", 5, 0), ("B", 6, 0));
        Assert.Equal(["Ticks on the curves: censored."], new Drawn(KaplanMeierFigure.Draw(none)).Texts("footnote"));
        Assert.Empty(new Drawn(KaplanMeierFigure.Draw(none, new() { MaximumTime = 2 })).Texts("footnote"));
        Assert.Empty(new Drawn(KaplanMeierFigure.Draw(none, new() { MinimumAtRisk = 3 })).Texts("footnote"));
    }

    [Fact]
    public void Groups_stand_in_the_order_of_the_fit_under_their_levels_or_given_labels()
    {
        Assert.Equal(["A", "B"], new Drawn(KaplanMeierFigure.Draw(Cases.Small)).Texts("key label"));
        Assert.Equal(["sex=1", "sex=2"], new Drawn(KaplanMeierFigure.Draw(Cases.Lung)).Texts("key label"));
        Assert.Equal(
            ["Men", "Women"], new Drawn(KaplanMeierFigure.Draw(Cases.Lung, new() { GroupLabels = ["Men", "Women"] })).Texts("risk label"));
    }

    [Fact]
    public void Twelve_groups_differ_in_colour_or_line_type()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Groups(12)));
        IEnumerable<(string?, string?)> looks = Enumerable.Range(1, 12)
            .Select(g => drawn.Parts($"curve {g}").Single())
            .Select(e => ((string?)e.Attribute("stroke"), (string?)e.Attribute("stroke-dasharray")));
        Assert.Equal(12, looks.Distinct().Count());
    }

    [Fact]
    public void Two_groups_differ_in_line_type_too_so_that_grey_print_reads()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Small));
        Assert.Null(drawn.Parts("curve 1").Single().Attribute("stroke-dasharray"));
        Assert.NotNull(drawn.Parts("curve 2").Single().Attribute("stroke-dasharray"));
    }

    [Fact]
    public void Long_labels_are_broken_between_words()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Groups(4), new() { Width = 85 }));
        IReadOnlyList<string> lines = drawn.Texts("risk label");
        Assert.True(lines.Count > 4);
        string[] words = [.. string.Join(' ', Enumerable.Range(1, 4)
            .Select(g => Cases.Groups(4).Curves[g - 1].Group.Replace("arm=", "", StringComparison.Ordinal))).Split(' ')];
        Assert.Equal(words, string.Join(' ', lines).Split(' '));
    }

    [Fact]
    public void Months_get_ticks_by_months_and_a_percent_axis_goes_to_a_hundred()
    {
        var drawn = new Drawn(KaplanMeierFigure.Draw(Cases.Groups(2), new() { TimeUnit = "months", Percent = true }));
        Assert.Equal(["Time (months)"], drawn.Texts("time label"));
        Assert.Equal(["Survival, %"], drawn.Texts("probability label"));
        Assert.Equal(["0", "20", "40", "60", "80", "100"], drawn.Texts("probability tick"));
        double step = double.Parse(drawn.Texts("time tick")[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(step, new[] { 3.0, 6, 12 });
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void Times_of_any_size_get_readable_ticks(double scale)
    {
        KaplanMeierCurves fit = Cases.Fit([.. new double[] { 1, 2, 3, 5, 8 }.Select(t => ("A", t * scale, 1.0))]);
        var drawn = new Drawn(KaplanMeierFigure.Draw(fit));
        Assert.InRange(drawn.Texts("time tick").Count, 3, 12);
        Assert.Equal(drawn.Texts("time tick").Count, drawn.Texts("time tick").Distinct().Count());
        Assert.Equal(8 * scale, Assert.Single(drawn.InAxisUnits("curve 1")).Max(p => p.Time), 0.02 * scale);
    }

    [Fact]
    public void Data_behind_the_figure_are_the_rows_of_the_fit()
    {
        Microsoft.Data.Analysis.DataFrame data = KaplanMeierFigure.Draw(Cases.Small).Data, fit = Cases.Small.ToDataFrame();
        Assert.Equal(fit.Columns.Select(c => c.Name), data.Columns.Select(c => c.Name));
        Assert.Equal(fit.Rows.Select(r => string.Join('|', r)), data.Rows.Select(r => string.Join('|', r)));
        Assert.Equal(fit.Columns.Select(c => c.Name), KaplanMeierFigure.Draw(Cases.Small[0]).Data.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Wrong_options_are_named_in_one_sentence()
    {
        SurvivalDataException labels =
            Assert.Throws<SurvivalDataException>(() => KaplanMeierFigure.Draw(Cases.Small, new() { GroupLabels = ["A"] }));
        Assert.StartsWith("The option GroupLabels has 1 label, the fit has 2 curves", labels.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Width is 10 mm",
            Assert.Throws<SurvivalDataException>(() => KaplanMeierFigure.Draw(Cases.Small, new() { Width = 10 })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'red'",
            Assert.Throws<SurvivalDataException>(() => KaplanMeierFigure.Draw(Cases.Small, new() { Colours = ["red"] })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "MaximumTime",
            Assert.Throws<SurvivalDataException>(() => KaplanMeierFigure.Draw(Cases.Small, new() { MaximumTime = 0 })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_is_the_one_that_was_looked_at() =>
        Snapshot.Matches(
            "kaplan-meier.svg", KaplanMeierFigure.Draw(Cases.Small, new() { Width = 85, TimeUnit = "months", Notes = ["n = 8"] }).ToSvg());
}
