using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What holds of competing risks in any data.</summary>
public sealed class CompetingRisksPropertyTests
{
    [Fact]
    public void Incidences_and_survival_sum_to_one() => OverRandomData((response, weights) =>
    {
        CumulativeIncidenceCurve curve = CumulativeIncidence.Fit(response, weights: weights);
        for (int i = 0; i < curve.Time.Length; i++)
        {
            Close.To(1, curve.Survival[i] + curve.Causes.Sum(cause => cause.Incidence[i]), "sum", 1e-12);
        }
    });

    [Fact]
    public void One_cause_is_one_minus_kaplan_meier() => OverRandomData((response, weights) =>
    {
        Surv one = response.WithCauses([.. response.Cause.Select(cause => Math.Min(cause, 1))], "any");
        CauseIncidence cause = CumulativeIncidence.Fit(one, weights: weights)["any"];
        KaplanMeierCurve curve = KaplanMeier.Fit(one, new() { Robust = true }, weights);
        for (int i = 0; i < curve.Time.Length; i++)
        {
            Close.To(1 - curve.Survival[i], cause.Incidence[i], "incidence", 1e-11, 4);
            Close.To(Math.Pow(curve.StandardError[i], 2), Math.Pow(cause.StandardError[i], 2), "variance", 1e-9, 4);
        }
    });

    [Fact]
    public void The_error_is_the_derivative_by_the_weights() => OverRandomData((response, weights) =>
    {
        const double Step = 1e-6;
        CauseIncidence cause = CumulativeIncidence.Fit(response, weights: weights)["b"];
        var squares = new double[cause.Time.Length];
        for (int row = 0; row < response.Count; row++)
        {
            double[] more = [.. weights];
            double[] less = [.. weights];
            more[row] += Step;
            less[row] -= Step;
            CauseIncidence above = CumulativeIncidence.Fit(response, weights: more)["b"];
            CauseIncidence below = CumulativeIncidence.Fit(response, weights: less)["b"];
            for (int i = 0; i < squares.Length; i++)
            {
                squares[i] += Math.Pow(weights[row] * (above.Incidence[i] - below.Incidence[i]) / (2 * Step), 2);
            }
        }

        for (int i = 0; i < squares.Length; i++)
        {
            Close.To(squares[i], Math.Pow(cause.StandardError[i], 2), "variance", 1e-7, 1e4);
        }
    });

    // Where nobody has another cause, the model is Cox's.
    [Fact]
    public void Fine_gray_without_competing_events_is_a_cox_model() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int n = random.Next(40, 120);
        double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double[] time = [.. x.Select(value => Math.Ceiling(-10 * Math.Log(1 - random.NextDouble()) / Math.Exp(value)))];
        double[] status = [.. Enumerable.Range(0, n).Select(row => row < 3 ? 1.0 : random.Next(0, 2))];
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", time), new DoubleDataFrameColumn("status", status), new DoubleDataFrameColumn("x", x));
        CoxTerm ours = FineGray.Fit(data, "Surv(time, factor(status, levels = c(0, 1))) ~ x", "1")["x"];
        CoxTerm theirs = CoxModel.Fit(data, "Surv(time, status) ~ x", new() { Robust = true })["x"];

        Close.To(theirs.Coefficient, ours.Coefficient, "coefficient", 1e-8, 1e4);
        Close.To(theirs.RobustStandardError!.Value, ours.RobustStandardError!.Value, "error", 1e-8);
    });

    private static void OverRandomData(Action<Surv, double[]> property) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int set = 0; set < 20; set++)
        {
            int n = random.Next(3, 60);
            bool isTruncated = random.Next(2) == 0;
            double[] start = [.. Enumerable.Range(0, n).Select(_ => isTruncated ? random.Next(0, 5) : 0.0)];
            double[] time = [.. start.Select(from => from + random.Next(1, 20))];
            int[] cause = [.. Enumerable.Range(0, n).Select(_ => random.Next(0, 4))];
            double[] weights = [.. Enumerable.Range(0, n).Select(_ => 0.5 + random.NextDouble())];
            bool[] isEvent = [.. cause.Select(place => place > 0)];
            Surv response = isTruncated ? Surv.Counting(start, time, isEvent) : Surv.Right(time, isEvent);
            property(response.WithCauses(cause, "a", "b", "c"), weights);
        }
    });
}
