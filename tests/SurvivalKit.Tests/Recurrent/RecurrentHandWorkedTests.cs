using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Three subjects with recurrent events, and with a death, worked by hand (tests/Fixtures/hand-worked.md, section 10).</summary>
public sealed class RecurrentHandWorkedTests
{
    private const double Exact = 1e-13;

    private static readonly DataFrame Data = new(
        new DoubleDataFrameColumn("id", [1.0, 1, 2, 2, 2, 3]),
        new DoubleDataFrameColumn("time", [2.0, 5, 3, 4, 6, 4]),
        new DoubleDataFrameColumn("status", [1.0, 0, 1, 1, 0, 0]),
        new DoubleDataFrameColumn("x", [1.0, 1, 0, 0, 0, 1]));

    private static readonly DataFrame WithDeath = new(
        new DoubleDataFrameColumn("id", [1.0, 1, 2, 2, 3]),
        new DoubleDataFrameColumn("time", [2.0, 5, 4, 6, 3]),
        new FactorColumn("status", ["relapse", "alive", "relapse", "alive", "death"], ["alive", "relapse", "death"]));

    [Fact]
    public void The_mean_adds_the_events_among_those_at_risk()
    {
        MeanCumulativeCurve curve = MeanCumulativeFunction.Fit(Data, "Surv(time, status) ~ 1", "id")[0];

        Assert.Equal([2, 3, 4, 5, 6], curve.Time);
        Assert.Equal([3, 3, 3, 2, 1], curve.AtRisk);
        Same([1 / 3.0, 2 / 3.0, 1, 1, 1], curve.Mean);
        Same([2 / 27.0, 2 / 27.0, 2 / 9.0, 2 / 9.0, 2 / 9.0], curve.StandardError.Select(error => error * error));
        Assert.Equal(3, curve.Subjects);
    }

    [Fact]
    public void A_death_takes_its_share_of_what_follows()
    {
        MeanCumulativeCurve curve = MeanCumulativeFunction.Fit(
            WithDeath, "Surv(time, status) ~ 1", "id", new() { Terminal = ["death"] })[0];

        Assert.Equal([2, 3, 4, 5, 6], curve.Time);
        Same([1, 2 / 3.0, 2 / 3.0, 2 / 3.0, 2 / 3.0], curve.Survival);
        Same([1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 2 / 3.0], curve.Mean);
        Same([2 / 27.0, 2 / 27.0, 2 / 27.0, 2 / 27.0, 2 / 27.0], curve.StandardError.Select(error => error * error));
        Assert.Equal((1, 2), (curve.TerminalTotal, curve.EventTotal));

        // With the dead as censored there would be more.
        Same(
            [1 / 3.0, 1 / 3.0, 5 / 6.0, 5 / 6.0, 5 / 6.0],
            MeanCumulativeFunction.Fit(WithDeath, "Surv(time, status == \"relapse\") ~ 1", "id")[0].Mean);
    }

    [Fact]
    public void Each_model_has_its_rows()
    {
        // By event number: subjects at risk and events.
        Assert.Equal([(1, 3, 2), (2, 2, 1), (3, 1, 0)], Counts(RecurrentModelKind.PrenticeWilliamsPetersonTotalTime));
        Assert.Equal([(1, 3, 2), (2, 2, 1), (3, 1, 0)], Counts(RecurrentModelKind.PrenticeWilliamsPetersonGapTime));
        Assert.Equal([(1, 3, 2), (2, 3, 1)], Counts(RecurrentModelKind.WeiLinWeissfeld));

        // The Andersen-Gill likelihood without terms: 1/3 for each of three events. In total time the second event of subject 2, at 4, is
        // among the two who had a first one: 1/3 1/2 1/2, since at 3 the first event is among subjects 2 and 3.
        Close.To(-3 * Math.Log(3), Null(RecurrentModelKind.AndersenGill), "Andersen-Gill", Exact);
        Close.To(-Math.Log(3) - (2 * Math.Log(2)), Null(RecurrentModelKind.PrenticeWilliamsPetersonTotalTime), "total time", Exact);

        // In gap time subject 2 has the second event after 1, when 1, whose gap is 3, is at risk too.
        Close.To(-Math.Log(3) - (2 * Math.Log(2)), Null(RecurrentModelKind.PrenticeWilliamsPetersonGapTime), "gap time", Exact);

        // Marginally all three are at risk of a second event at 4.
        Close.To(-Math.Log(3) - Math.Log(2) - Math.Log(3), Null(RecurrentModelKind.WeiLinWeissfeld), "marginal", Exact);

        static (int, int, int)[] Counts(RecurrentModelKind kind) =>
            [.. Fit(kind).Counts.Select(count => (count.Number, count.Subjects, count.Events))];

        static double Null(RecurrentModelKind kind) => Fit(kind).Model.NullLogLikelihood;

        static RecurrentFit Fit(RecurrentModelKind kind) => RecurrentModel.Fit(Data, "Surv(time, status) ~ x", "id", kind);
    }

    [Fact]
    public void The_columns_of_the_data_stay_what_they_are()
    {
        DataFrame data = Data.Clone();
        data.Columns["x"].SetName("event.number");
        RecurrentFit fit = RecurrentModel.Fit(data, "Surv(time, status) ~ .", "id", RecurrentModelKind.AndersenGill);

        Assert.Equal(["event.number"], fit.Terms.Select(term => term.Name));
        Close.To(
            RecurrentModel.Fit(Data, "Surv(time, status) ~ x", "id", RecurrentModelKind.AndersenGill)["x"].Coefficient,
            fit.Terms[0].Coefficient,
            "coefficient",
            Exact);
    }

    private static void Same(double[] expected, IEnumerable<double> actual)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.To(expected[i], values[i], $"value {i + 1}", Exact);
        }
    }
}
