using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What holds for any data: a split changes no fit, no person-time and no event.</summary>
public sealed class ShapingPropertyTests
{
    [Fact]
    public void A_split_changes_no_fit() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int trial = 0; trial < 20; trial++)
        {
            DataFrame data = Random(random, 30 + random.Next(60));
            string[] terms = ["x + z", "x + strata(g)", "z"];
            string right = terms[random.Next(terms.Length)];
            double[] cuts = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => (double)random.Next(-2, 25))];

            DataFrame split = SurvSplit.Split(data, "Surv(entry, exit, status) ~ .", cuts);
            CoxFit whole = CoxModel.Fit(data, "Surv(entry, exit, status) ~ " + right);
            CoxFit parts = CoxModel.Fit(split, "Surv(entry, exit, status) ~ " + right);

            Assert.Equal(whole.Events, parts.Events);
            Close.To(whole.LogLikelihood, parts.LogLikelihood, "log-likelihood", 1e-10);
            Close.To(whole.NullLogLikelihood, parts.NullLogLikelihood, "null log-likelihood", 1e-10);
            Assert.Equal(Time(data), Time(split), 1e-9);
        }
    });

    [Fact]
    public void A_landmark_set_fits_as_those_at_risk_from_then_on() => RandomSeed.Run(seed =>
    {
        DataFrame data = Random(new Random(seed), 120);
        DataFrame set = Landmark.At(data, "Surv(exit, status) ~ x", [5]);
        DataFrame reset = Landmark.At(data, "Surv(exit, status) ~ x", [5], new() { ResetTime = true });

        double expected = CoxModel.Fit(data.Filter("exit > 5"), "Surv(exit, status) ~ x").LogLikelihood;
        Close.To(expected, CoxModel.Fit(set, "Surv(landmark, exit, status) ~ x").LogLikelihood, "log-likelihood", 1e-10);
        Close.To(expected, CoxModel.Fit(reset, "Surv(exit, status) ~ x").LogLikelihood, "log-likelihood, reset", 1e-10);
    });

    [Fact]
    public void Person_time_is_that_of_the_split_rows() => RandomSeed.Run(seed =>
    {
        DataFrame data = Random(new Random(seed), 80);
        const string Formula = "Surv(entry, exit, status) ~ tcut(age, c(-5, 3, 9, 14.5, 60)) + tcut(z, c(-50, 0, 7, 90))";
        PersonTimeTable table = PersonTime.Tabulate(data, Formula, new() { Scale = 1 });
        DataFrame split = LexisSplit.Split(data, Formula);
        PersonTimeTable ofSplit = PersonTime.Tabulate(split, "Surv(entry, exit, status) ~ age.band + z.band", new() { Scale = 1 });

        Assert.Equal(
            table.Cells.Select(cell => string.Join("|", cell.Levels)), ofSplit.Cells.Select(cell => string.Join("|", cell.Levels)));
        for (int i = 0; i < table.Cells.Length; i++)
        {
            Close.To(table.Cells[i].PersonTime, ofSplit.Cells[i].PersonTime, "person-time", 1e-9);
            Assert.Equal(
                (table.Cells[i].Observations, table.Cells[i].Events), (ofSplit.Cells[i].Observations, ofSplit.Cells[i].Events));
        }

        Assert.Equal(Time(data), table.Total.PersonTime + table.OffTable, 1e-9);
    });

    // A covariate merged at a time is a split there, whatever the order of the steps.
    [Fact]
    public void The_order_of_covariates_does_not_matter() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        DataFrame data = Random(random, 25);
        DataFrame seen = Seen(random);
        DataFrame more = Seen(random);
        TMerge start = TMerge.Start(data, "id", "exit", "entry").Event("death", data, "exit", "status");

        DataFrame one = start.Tdc("a", seen, "day", "value").Tdc("b", more, "day", "value").Frame;
        DataFrame other = start.Tdc("b", more, "day", "value").Tdc("a", seen, "day", "value").Frame;

        Assert.Equal(one["a"].Cast<object?>(), other["a"].Cast<object?>());
        Assert.Equal(one["b"].Cast<object?>(), other["b"].Cast<object?>());
        Assert.Equal(Time(data, "entry", "exit"), Time(one, "tstart", "tstop"), 1e-9);
        Assert.Equal(
            data["status"].Cast<object>().Count(value => value is 1.0), one["death"].Cast<object>().Count(value => value is 1.0));
    });

    private static DataFrame Random(Random random, int rows)
    {
        double[] entry = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(0, 5))];
        return new DataFrame(
            new DoubleDataFrameColumn("id", Enumerable.Range(0, rows).Select(row => (double)row)),
            new DoubleDataFrameColumn("entry", entry),
            new DoubleDataFrameColumn("exit", entry.Select(start => start + random.Next(1, 20))),
            new DoubleDataFrameColumn("status", entry.Select(_ => random.Next(3) > 0 ? 1.0 : 0)),
            new DoubleDataFrameColumn("x", entry.Select(_ => random.NextDouble())),
            new DoubleDataFrameColumn("z", entry.Select(_ => Math.Round(4 * random.NextDouble(), 1))),
            new DoubleDataFrameColumn("age", entry.Select(_ => random.Next(-8, 12) + 0.5)),
            new StringDataFrameColumn("g", entry.Select(_ => random.Next(2) == 0 ? "a" : "b")));
    }

    private static DataFrame Seen(Random random) => new(
        new DoubleDataFrameColumn("id", Enumerable.Range(0, 90).Select(_ => (double)random.Next(27))),
        new DoubleDataFrameColumn("day", Enumerable.Range(0, 90).Select(place => random.Next(-2, 25) + (place / 1000.0))),
        new DoubleDataFrameColumn("value", Enumerable.Range(0, 90).Select(_ => random.NextDouble())));

    private static double Time(DataFrame data, string start = "entry", string stop = "exit") =>
        Enumerable.Range(0, (int)data.Rows.Count).Sum(row => (double)data[stop][row] - (double)data[start][row]);
}
