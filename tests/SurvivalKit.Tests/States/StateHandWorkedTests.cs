using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Illness and death of four subjects, with recovery, worked by hand (tests/Fixtures/hand-worked.md, section 11).</summary>
public sealed class StateHandWorkedTests
{
    private const double Exact = 1e-13;

    private static readonly DataFrame Data = new(
        new StringDataFrameColumn("id", ["a", "a", "a", "b", "c", "c", "d"]),
        new DoubleDataFrameColumn("start", [0.0, 1, 3, 0, 0, 2, 0]),
        new DoubleDataFrameColumn("stop", [1.0, 3, 6, 4, 2, 5, 6]),
        new FactorColumn("state", ["ill", "well", "none", "dead", "ill", "dead", "none"], ["none", "well", "ill", "dead"]),
        new FactorColumn("now", ["well", "ill", "well", "well", "well", "ill", "well"], ["well", "ill"]));

    private static readonly StateOccupancyCurve Curve =
        StateOccupancy.Fit(Data, "Surv(start, stop, state) ~ 1", "id", "now")[0];

    [Fact]
    public void A_step_moves_its_share_of_those_in_a_state()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], Curve.Time);
        Assert.Equal([4, 3, 2, 3, 2, 2], Curve["well"].AtRisk);
        Assert.Equal([0, 1, 2, 1, 1, 0], Curve["ill"].AtRisk);
        Same([3 / 4.0, 1 / 2.0, 3 / 4.0, 1 / 2.0, 1 / 2.0, 1 / 2.0], Curve["well"].Probability);
        Same([1 / 4.0, 1 / 2.0, 1 / 4.0, 1 / 4.0, 0, 0], Curve["ill"].Probability);
        Same([0, 0, 0, 1 / 4.0, 1 / 2.0, 1 / 2.0], Curve["dead"].Probability);
        Assert.Equal([("well", "ill", 2), ("well", "dead", 1), ("ill", "well", 1), ("ill", "dead", 1)], Curve.Transitions.Select(
            count => (count.From, count.To!, count.Count)));
        Assert.Equal((1, 0), (Curve["well"].Initial, Curve["dead"].Initial));
    }

    /// <summary>Nobody is censored before 6, so that each probability is a share of four with its binomial variance.</summary>
    [Fact]
    public void Its_error_is_that_of_a_proportion()
    {
        foreach (StateProbability state in Curve.States)
        {
            Same([.. state.Probability.Select(p => Math.Sqrt(p * (1 - p) / 4))], state.StandardError);
        }
    }

    [Fact]
    public void Errors_can_be_left_out()
    {
        StateOccupancyCurve plain = StateOccupancy.Fit(
            Data, "Surv(start, stop, state) ~ 1", "id", "now", new() { StandardErrors = false })[0];

        Same([.. Curve["ill"].Probability], plain["ill"].Probability);
        Assert.All(plain["ill"].StandardError, error => Assert.True(double.IsNaN(error)));
        Assert.Equal(Curve["ill"].MeanTime(6).Estimate, plain["ill"].MeanTime(6).Estimate);
        Assert.DoesNotContain("NaN", plain.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_times_sum_to_the_horizon_and_are_means_of_subjects()
    {
        // Time well up to 6: a 1 + 3, b 4, c 2, d 6. Ill: a 2, c 3. Dead: b 2, c 1.
        double[] well = [4, 4, 2, 6];
        Close.To(4, Curve["well"].MeanTime(6).Estimate, "well", Exact);
        Close.To(5 / 4.0, Curve["ill"].MeanTime(6).Estimate, "ill", Exact);
        Close.To(3 / 4.0, Curve["dead"].MeanTime(6).Estimate, "dead", Exact);
        Close.To(Math.Sqrt(well.Sum(time => Math.Pow(time - 4, 2)) / 16), Curve["well"].MeanTime(6).StandardError, "error", Exact);
    }

    [Fact]
    public void Hazards_and_transition_probabilities_are_of_those_in_the_state()
    {
        // Ill to dead: one of one at 5; ill to well: one of two at 3.
        NelsonAalenCurve recovery = Curve.Hazard("ill", "well");
        Assert.Equal([3, 5], recovery.Time);
        Same([1 / 2.0, 1 / 2.0], recovery.CumulativeHazard);

        // From ill, after 2: half recover at 3, a third of those well die at 4, and those still ill at 5.
        StateOccupancyCurve fromIll = StateOccupancy.Fit(
            Data, "Surv(start, stop, state) ~ 1", "id", "now", new() { StartTime = 2.5, StartState = "ill" })[0];
        Assert.Equal([3, 4, 5, 6], fromIll.Time);
        Same([1 / 2.0, 1 / 3.0, 1 / 3.0, 1 / 3.0], fromIll["well"].Probability);
        Same([0, 1 / 6.0, 2 / 3.0, 2 / 3.0], fromIll["dead"].Probability);
        Assert.Contains("No row", Message(new() { StartTime = 7 }), StringComparison.Ordinal);
        Assert.StartsWith("There is no state \"asleep\" in", Message(new() { StartState = "asleep" }), StringComparison.Ordinal);

        static string Message(StateOccupancyOptions options) => Assert.Throws<SurvivalDataException>(
            () => StateOccupancy.Fit(Data, "Surv(start, stop, state) ~ 1", "id", "now", options)).Message;
    }

    private static void Same(double[] expected, IEnumerable<double> actual)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - values[i]) < Exact, $"value {i + 1}: expected {expected[i]}, was {values[i]}");
        }
    }
}
