using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What holds of recurrent events in any data.</summary>
public sealed class RecurrentPropertyTests
{
    private static readonly MeanCumulativeOptions Death = new() { Terminal = ["death"] };

    [Fact]
    public void The_error_is_the_derivative_by_the_weights_of_subjects() => OverRandomData((data, random) =>
    {
        const double Step = 1e-6;
        double[] weights = [.. ((DoubleDataFrameColumn)data.Columns["w"]).Select(weight => weight!.Value)];
        string[] ids = [.. ((StringDataFrameColumn)data.Columns["id"])];
        MeanCumulativeCurve curve = Fit(weights);
        var squares = new double[curve.Time.Length];
        foreach (string id in ids.Distinct())
        {
            MeanCumulativeCurve above = Fit([.. weights.Select((weight, row) => ids[row] == id ? weight * (1 + Step) : weight)]);
            MeanCumulativeCurve below = Fit([.. weights.Select((weight, row) => ids[row] == id ? weight * (1 - Step) : weight)]);
            for (int i = 0; i < squares.Length; i++)
            {
                squares[i] += Math.Pow((above.Mean[i] - below.Mean[i]) / (2 * Step), 2);
            }
        }

        for (int i = 0; i < squares.Length; i++)
        {
            // Where all at risk die the survival is not differentiable.
            if (curve.Survival[i] > 0)
            {
                Close.To(squares[i], Math.Pow(curve.StandardError[i], 2), "variance", 1e-6, 1e6);
            }
        }

        MeanCumulativeCurve Fit(double[] with)
        {
            DataFrame copy = data.Clone();
            copy.Columns["w"] = new DoubleDataFrameColumn("w", with);
            return MeanCumulativeFunction.Fit(copy, "Surv(time, status) ~ 1", "id", Death, "w")[0];
        }
    });

    [Fact]
    public void Splitting_a_row_changes_nothing() => OverRandomData((data, random) =>
    {
        DataFrame rows = SurvSplit.Split(
            Counting(data), "Surv(from, time, status == \"relapse\") ~ .", [random.Next(1, 12) + 0.5, random.Next(1, 12) + 0.5],
            new() { Event = "relapsed" });
        foreach (RecurrentModelKind kind in Enum.GetValues<RecurrentModelKind>())
        {
            RecurrentFit whole = RecurrentModel.Fit(data, "Surv(time, status == \"relapse\") ~ x", "id", kind);
            RecurrentFit split = RecurrentModel.Fit(rows, "Surv(from, time, relapsed) ~ x", "id", kind);
            Close.To(whole.Model.NullLogLikelihood, split.Model.NullLogLikelihood, "log-likelihood without terms", 1e-9);
            Close.To(whole.Model.LogLikelihood, split.Model.LogLikelihood, "log-likelihood", 1e-8);
        }

        MeanCumulativeCurve mean = MeanCumulativeFunction.Fit(data, "Surv(time, status == \"relapse\") ~ 1", "id")[0];
        MeanCumulativeCurve ofSplit = MeanCumulativeFunction.Fit(rows, "Surv(from, time, relapsed) ~ 1", "id")[0];
        Close.To(mean.Mean[^1], ofSplit.Mean[^1], "mean", 1e-10);
        Close.To(mean.StandardError[^1], ofSplit.StandardError[^1], "its error", 1e-8);
    });

    [Fact]
    public void Two_groups_are_compared_as_their_means_are_and_the_order_does_not_matter() => OverRandomData((data, random) =>
    {
        DataFrame other = data.Clone();
        other.Columns["x"] = new DoubleDataFrameColumn("x", ((DoubleDataFrameColumn)data.Columns["x"]).Select(value => 1 - value));
        MeanCumulativeTest one = MeanCumulativeFunction.Test(data, "Surv(time, status) ~ x", "id", Death, "w");
        MeanCumulativeTest two = MeanCumulativeFunction.Test(other, "Surv(time, status) ~ x", "id", Death, "w");

        Close.To(one.ChiSquare, two.ChiSquare, "chi-square", 1e-8);
        Close.To(0, one.Groups.Sum(group => group.Difference), "sum of differences", 1e-9, 1e4);
        Close.To(one.Groups[0].Difference, two.Groups[1].Difference, "difference", 1e-8, 1e4);
    });

    private static DataFrame Counting(DataFrame data)
    {
        string[] ids = [.. ((StringDataFrameColumn)data.Columns["id"])];
        double[] time = [.. ((DoubleDataFrameColumn)data.Columns["time"]).Select(value => value!.Value)];
        DataFrame rows = data.Clone();
        rows.Columns.Add(new DoubleDataFrameColumn("from", ids.Select((id, row) => row > 0 && ids[row - 1] == id ? time[row - 1] : 0)));
        return rows;
    }

    private static void OverRandomData(Action<DataFrame, Random> property) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int round = 0; round < 10; round++)
        {
            var rows = new List<(string Id, double Time, string Status, double X, double Weight)>();
            for (int subject = 0; subject < 25; subject++)
            {
                double time = 0;
                double weight = random.Next(2, 9) / 4.0;
                for (bool goesOn = true; goesOn;)
                {
                    time += random.Next(1, 6);
                    string status = random.Next(10) switch { < 5 => "relapse", < 7 => "death", _ => "alive" };
                    goesOn = status == "relapse" && time < 12;
                    rows.Add(("s" + subject, time, status, subject % 2, weight));
                }
            }

            property(
                new DataFrame(
                    new StringDataFrameColumn("id", rows.Select(row => row.Id)),
                    new DoubleDataFrameColumn("time", rows.Select(row => row.Time)),
                    new FactorColumn("status", rows.Select(row => row.Status), ["alive", "relapse", "death"]),
                    new DoubleDataFrameColumn("x", rows.Select(row => row.X)),
                    new DoubleDataFrameColumn("w", rows.Select(row => row.Weight))),
                random);
        }
    });
}
