using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What holds of state occupancy in any data.</summary>
public sealed class StatePropertyTests
{
    private const string Formula = "Surv(start, stop, state) ~ 1";

    [Fact]
    public void Probabilities_sum_to_one_and_mean_times_to_the_horizon() => OverRandomData((data, _) =>
    {
        StateOccupancyCurve curve = StateOccupancy.Fit(data, Formula, "id", weights: "w")[0];
        for (int i = 0; i < curve.Time.Length; i++)
        {
            Close.To(1, curve.States.Sum(state => state.Probability[i]), "sum", 1e-12);
        }

        Close.To(15, curve.States.Sum(state => state.MeanTime(15).Estimate), "mean times", 1e-11);
    });

    [Fact]
    public void Competing_causes_are_states_that_nobody_leaves() => OverRandomData((data, _) =>
    {
        DataFrame first = data.Filter("start == 0");
        StateOccupancyCurve states = StateOccupancy.Fit(first, "Surv(stop, state) ~ 1", weights: "w")[0];
        CumulativeIncidenceCurve causes = CumulativeIncidence.Fit(first, "Surv(stop, state) ~ 1", weights: "w")[0];
        Assert.Equal(causes.Time, states.Time);
        foreach (CauseIncidence cause in causes.Causes)
        {
            for (int i = 0; i < causes.Time.Length; i++)
            {
                Close.To(cause.Incidence[i], states[cause.Cause].Probability[i], "probability", 1e-11);
                Close.To(Math.Pow(cause.StandardError[i], 2), Math.Pow(states[cause.Cause].StandardError[i], 2), "variance", 1e-9, 1);
            }

            Close.To(cause.TimeLost(9).Estimate, states[cause.Cause].MeanTime(9).Estimate, "time lost", 1e-11);
            Close.To(cause.TimeLost(9).StandardError, states[cause.Cause].MeanTime(9).StandardError, "its error", 1e-8);
        }
    });

    [Fact]
    public void The_error_is_the_derivative_by_the_weights_of_subjects() => OverRandomData((data, _) =>
    {
        const double Step = 1e-6;
        double[] weights = [.. ((DoubleDataFrameColumn)data.Columns["w"]).Select(weight => weight!.Value)];
        string[] ids = [.. ((StringDataFrameColumn)data.Columns["id"])];
        StateProbability state = Fit(weights);
        var squares = new double[state.Time.Length];
        foreach (string id in ids.Distinct())
        {
            StateProbability above = Fit([.. weights.Select((weight, row) => ids[row] == id ? weight * (1 + Step) : weight)]);
            StateProbability below = Fit([.. weights.Select((weight, row) => ids[row] == id ? weight * (1 - Step) : weight)]);
            for (int i = 0; i < squares.Length; i++)
            {
                squares[i] += Math.Pow((above.Probability[i] - below.Probability[i]) / (2 * Step), 2);
            }
        }

        for (int i = 0; i < squares.Length; i++)
        {
            Close.To(squares[i], Math.Pow(state.StandardError[i], 2), "variance", 1e-6, 1e6);
        }

        StateProbability Fit(double[] with)
        {
            DataFrame copy = data.Clone();
            copy.Columns["w"] = new DoubleDataFrameColumn("w", with);
            return StateOccupancy.Fit(copy, Formula, "id", weights: "w")[0]["ill"];
        }
    });

    [Fact]
    public void The_order_of_rows_and_a_cut_within_one_do_not_matter() => OverRandomData((data, random) =>
    {
        int[] order = [.. Enumerable.Range(0, (int)data.Rows.Count).OrderBy(_ => random.Next())];
        var shuffled = new DataFrame(data.Columns.Select(column => column.Clone(new Int32DataFrameColumn("", order))));
        StateProbability one = StateOccupancy.Fit(data, Formula, "id")[0]["ill"];
        StateProbability other = StateOccupancy.Fit(shuffled, Formula, "id")[0]["ill"];

        for (int i = 0; i < one.Time.Length; i++)
        {
            Close.To(one.Probability[i], other.Probability[i], "probability", 1e-12, 10);
            Close.To(one.StandardError[i], other.StandardError[i], "error", 1e-9, 1e4);
        }
    });

    private static void OverRandomData(Action<DataFrame, Random> property) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int round = 0; round < 10; round++)
        {
            var rows = new List<(string Id, double Start, double Stop, string State, double Weight)>();
            for (int subject = 0; subject < 20; subject++)
            {
                double now = 0;
                string current = "";
                double weight = random.Next(2, 9) / 4.0;
                for (bool goesOn = true; goesOn;)
                {
                    double stop = now + random.Next(1, 5);
                    string state = random.Next(6) switch { < 2 => "ill", 2 => "well", 3 => "dead", _ => "none" };
                    state = state == current ? "none" : state;
                    rows.Add(("s" + subject, now, stop, state, weight));
                    (current, now) = (state == "none" ? current : state, stop);
                    goesOn = state is "ill" or "well" && now < 14;
                }
            }

            rows.Add(("last", 0, 3, "ill", 1));
            rows.Add(("last", 3, 20, "none", 1));
            property(
                new DataFrame(
                    new StringDataFrameColumn("id", rows.Select(row => row.Id)),
                    new DoubleDataFrameColumn("start", rows.Select(row => row.Start)),
                    new DoubleDataFrameColumn("stop", rows.Select(row => row.Stop)),
                    new FactorColumn("state", rows.Select(row => row.State), ["none", "well", "ill", "dead"]),
                    new DoubleDataFrameColumn("w", rows.Select(row => row.Weight))),
                random);
        }
    });
}
