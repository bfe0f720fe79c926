using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures.Tests;

/// <summary>Forest plots of regression tables, and their axis.</summary>
public class ForestTableTests
{
    private static readonly DataFrame Lung = SampleData.Load("lung");

    private static readonly CoxFit Fit =
        CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(sex) + factor(ph.ecog) + ns(wt.loss, df = 2)");

    [Fact]
    public void Rows_are_those_of_the_table()
    {
        RegressionTable table = RegressionTable.Of(Fit);
        Figure figure = ForestFigure.Draw(table);
        var drawn = new Drawn(figure);

        Assert.Equal(table.Rows.Select(row => row.Label), drawn.Texts("label"));
        Assert.Equal(
            table.Rows.Where(row => row.Cells[0]!.Count is not null).Select(row => $"{row.Cells[0]!.Events}/{row.Cells[0]!.Count}"),
            drawn.Texts("counts"));
        string[] printed = [.. table.ToTable().Rows.Select(row => row.Cells[3].Text).Where(text => text.Length > 0)];
        Assert.Equal(printed.Select(text => text == "1 [Reference]" ? text : text.Split(' ')[0]), drawn.Texts("ratio"));
        Assert.Equal(printed.Where(text => text.EndsWith(')')).Select(text => text.Split(' ')[1]), drawn.Texts("interval text"));
        Assert.Equal(
            table.ToTable().Rows.Select(row => row.Cells[4].Text).Where(text => text.Length > 0).Select(text => text.Split(' ')[^1]),
            drawn.Texts("p"));
        Assert.Contains("Wald test of all of them. 213 observations, 151 events. 15 rows left out.", drawn.Texts("footnote")[0] + " "
            + string.Join(' ', drawn.Texts("footnote").Skip(1)), StringComparison.Ordinal);
        Assert.Equal(
            table.Rows.Select(row => row.Cells[0]!.Term?.P ?? row.Cells[0]!.Test?.P), figure.Data.Columns["p"].Cast<double?>());
    }

    [Fact]
    public void Models_are_panels_and_counts_those_of_the_last()
    {
        RegressionTable table = RegressionTable.Of(
            [.. Fit.UnivariateFormulas().Select(one => ("Univariate", CoxModel.Fit(Lung, one))), ("Multivariate", Fit)]);
        var drawn = new Drawn(ForestFigure.Draw(table));

        Assert.Equal(["Univariate", "Multivariate"], drawn.Texts("panel"));
        Assert.Equal($"{Fit.Events}/{Fit.Observations}", drawn.Texts("counts")[0]);
        Assert.Contains("Events/No.: Multivariate.", string.Join(' ', drawn.Texts("footnote")), StringComparison.Ordinal);
        Assert.Equal(2 * 2, drawn.Texts("ratio").Count(text => text == "1 [Reference]"));
    }

    [Fact]
    public void Boxes_do_not_depend_on_the_unit_of_a_number()
    {
        double[] days = Sides("I(age * 365.25) + factor(sex)"), years = Sides("age + factor(sex)");
        Assert.Equal(years[0], days[0], 0.01);
        Assert.Equal(years[1], days[1], 0.01);

        // As a number or as levels, two values have the same information.
        Assert.Equal(years[1], Sides("age + sex")[1], 0.01);

        static double[] Sides(string terms) =>
        [
            .. new Drawn(ForestFigure.Draw(CoxModel.Fit(Lung, "Surv(time, status) ~ " + terms)))
                .Parts("box 1").Select(box => (double)box.Attribute("width")!),
        ];
    }

    [Fact]
    public void What_cannot_be_estimated_has_no_box_and_says_why()
    {
        CoxFit separated = CoxModel.Fit(
            SurvivalData.ReadCsv(new StringReader("t,s,g\n1,1,c\n2,1,c\n3,0,a\n4,1,c\n5,0,b\n6,0,a\n7,1,c\n8,0,b\n9,0,c\n"), "small.csv"),
            "Surv(t, s) ~ relevel(g, ref = \"c\")");
        var drawn = new Drawn(ForestFigure.Draw(separated));
        Assert.Equal(["1 [Reference]", "NE", "NE"], drawn.Texts("ratio"));
        Assert.Equal(["NE"], drawn.Texts("p"));
        Assert.Empty(drawn.Parts("box 1"));
        Assert.Contains("(separates the events: g a, g b)", string.Join(' ', drawn.Texts("footnote")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.6, 0.9, 3.6, "1 2 4")]
    [InlineData(0.4, 0.2, 0.8, "0.25 0.5 1")]
    [InlineData(1.1, 0.7, 1.7, "0.75 1 1.5")]
    [InlineData(1.01, 0.99, 1.03, "0.95 1 1.05")]
    [InlineData(1.0, 0.87, 1.15, "0.9 1 1.1")]
    [InlineData(0.61, 0.42, 0.89, "0.5 0.75 1")]
    [InlineData(1.9, 1.2, 3.1, "1 1.5 2 3")]
    [InlineData(2.0, 0.15, 12, "0.25 0.5 1 2 4 8")]
    [InlineData(0.3, 0.05, 4, "0.1 0.2 0.5 1 2 5")]
    [InlineData(90, 8, 900, "1 10 100")]
    public void Ticks_are_round_and_reach_as_far_as_the_intervals(double ratio, double lower, double upper, string ticks)
    {
        LogAxis axis = NaturalAxis.For([(ratio, lower, upper)]);
        Assert.Equal(ticks, string.Join(' ', axis.Ticks.Select(axis.LabelOf)));
    }

    [Theory]
    [InlineData(0.5, 1.25, "0.5 0.75 1")]
    [InlineData(2, 8, "2 4 8")]
    [InlineData(1.3, 1.4, "1.3 1.4")]
    public void Ends_that_are_given_are_kept(double lower, double upper, string ticks)
    {
        LogAxis axis = NaturalAxis.Between(lower, upper);
        Assert.Equal((lower, upper), (axis.Lower, axis.Upper));
        Assert.Equal(ticks, string.Join(' ', axis.Ticks.Select(axis.LabelOf)));
    }

    [Fact]
    public void An_axis_holds_1_every_estimate_and_at_most_eight_ticks()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            double ratio = Math.Exp(8 * (random.NextDouble() - 0.5)), reach = Math.Exp(3 * random.NextDouble() * random.NextDouble());
            LogAxis axis = NaturalAxis.For([(ratio, ratio / reach, ratio * reach), (1 / Math.Sqrt(ratio), 0.5 / Math.Sqrt(ratio), 1)]);
            string what = string.Create(CultureInfo.InvariantCulture, $"{ratio} x/ {reach}: {axis.Lower} to {axis.Upper}");
            Assert.True(axis.Lower < 1 && axis.Upper > 1 && axis.Lower <= ratio && axis.Upper >= ratio, what);
            Assert.Contains(1.0, axis.Ticks);
            Assert.True(axis.Ticks.Length is >= 3 and <= 8, $"{what} has the ticks {string.Join(' ', axis.Ticks)}.");
        }
    }

    [Fact]
    public void Options_are_kept()
    {
        var drawn = new Drawn(ForestFigure.Draw(
            Fit, new() { Axis = ForestAxis.Symmetric, Footnote = "Note.", Counts = false, Decimals = 3 }));
        Assert.Empty(drawn.Texts("counts"));
        Assert.EndsWith("Note.", drawn.Texts("footnote")[^1], StringComparison.Ordinal);
        Assert.Contains("1.013", drawn.Texts("ratio"));
        double[] ticks = [.. drawn.Texts("axis tick").Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(1, ticks[0] * ticks[^1], 0.01);
        Assert.Throws<SurvivalDataException>(() => ForestFigure.Draw(Fit, new() { Axis = (ForestAxis)7 }));
        Assert.Throws<SurvivalDataException>(() => ForestFigure.Draw(CoxModel.Fit(Lung, "Surv(time, status) ~ 1")));
    }
}
