using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cumulative hazards and robust errors at the limits of their definition.</summary>
public sealed class HazardHardCaseTests
{
    [Fact]
    public void All_at_one_time_have_a_hazard_of_1_or_of_the_harmonic_sum()
    {
        Close.To(1, NelsonAalen.Fit([3, 3, 3], [1, 1, 1]).CumulativeHazard[0], "d/n");
        Close.To(11.0 / 6, NelsonAalen.Fit(
            [3, 3, 3], [1, 1, 1], new() { Method = HazardMethod.FlemingHarrington }).CumulativeHazard[0], "one by one");
    }

    [Fact]
    public void Without_an_event_the_hazard_stays_at_0_with_no_error()
    {
        NelsonAalenCurve curve = NelsonAalen.Fit([1, 2, 3], [0, 0, 0]);

        Assert.Equal([0, 0, 0], curve.CumulativeHazard);
        Assert.Equal([0, 0, 0], curve.StandardError);
        Assert.Equal([0, 0, 0], curve.Lower);
        Assert.Equal([0, 0, 0], curve.Upper);
        Assert.Equal([0, 0, 0], NelsonAalen.Fit([1, 2, 3], [0, 0, 0], new() { Robust = true }).StandardError);
    }

    [Fact]
    public void One_observation_has_a_hazard_and_no_robust_error()
    {
        Assert.Equal([1], NelsonAalen.Fit([5], [1]).CumulativeHazard);
        Assert.Equal([0], NelsonAalen.Fit([5], [1], new() { Robust = true }).StandardError);
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e-12)]
    public void The_unit_of_time_changes_nothing_but_the_times(double unit)
    {
        double[] time = [1, 2, 2, 3, 5];
        double[] status = [1, 1, 0, 1, 0];
        NelsonAalenOptions options = new() { JoinNearTies = false };

        Assert.Equal(
            NelsonAalen.Fit(time, status).CumulativeHazard,
            NelsonAalen.Fit([.. time.Select(t => t * unit)], status, options).CumulativeHazard);
    }

    [Fact]
    public void Rows_of_weight_0_and_events_of_weight_0_count_for_nothing()
    {
        Surv response = Surv.Right([1, 2, 2, 3], [true, true, true, false]);
        NelsonAalenCurve curve = NelsonAalen.Fit(response, new() { Robust = true }, [0, 1, 0, 1]);

        Assert.Equal([0, 0.5, 0.5], curve.CumulativeHazard);
        Assert.Equal(0, curve.StandardError[0]);
        Close.To(Math.Sqrt(0.125), curve.StandardError[1], "se", 1e-13);
    }

    [Fact]
    public void What_names_who_belongs_together_is_checked()
    {
        DataFrame data = CsvText.Read("t,s,id\n1,1,a\n2,0,a\n3,1,\n4,1,b\n");

        Assert.Equal(1, KaplanMeier.Fit(data, "Surv(t, s) ~ 1", cluster: "id").Omitted);
        Assert.Contains(
            "who",
            Assert.ThrowsAny<SurvivalDataException>(() => KaplanMeier.Fit(data, "Surv(t, s) ~ 1", cluster: "who")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "another was found",
            Assert.ThrowsAny<SurvivalDataException>(() => KaplanMeier.Fit(data, "Surv(t, s) ~ cluster(id)", cluster: "id")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Robust is false",
            Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(data, "Surv(t, s) ~ cluster(id)", new() { Robust = false })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "1 clusters for 2",
            Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Surv.Right([1, 2], [true, false]), clusters: [1])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Late_entries_after_small_risk_sets_keep_the_robust_error_exact()
    {
        // Early on one of two has the event, then 20,000 enter: the drift before their entry must not swamp later contributions.
        int n = 20_000;
        double[] start = [0, 0, .. Enumerable.Repeat(2.0, n)];
        double[] stop = [1, 9000, .. Enumerable.Range(0, n).Select(i => 3.0 + (i % 5000))];
        bool[] isEvent = [true, false, .. Enumerable.Range(0, n).Select(i => i % 2 == 0)];
        KaplanMeierCurve curve = KaplanMeier.Fit(Surv.Counting(start, stop, isEvent), new() { Robust = true });

        // To log S at t the first two add -1/2 and 1/2 + A(t), A the drift since; without the first the second adds
        // A(t) alone. A is Greenwood's sum.
        Surv rest = Surv.Counting(start.AsSpan(1), stop.AsSpan(1), isEvent.AsSpan(1));
        KaplanMeierCurve later = KaplanMeier.Fit(rest, new() { Robust = true });
        KaplanMeierCurve greenwood = KaplanMeier.Fit(rest);
        for (int row = 1; row < curve.Time.Length - 1; row++)
        {
            Close.To(0.5 + Variance(greenwood, row - 1), Variance(curve, row) - Variance(later, row - 1), $"row {row}");
        }

        static double Variance(KaplanMeierCurve curve, int row) => Math.Pow(curve.StandardError[row] / curve.Survival[row], 2);
    }

    [Fact]
    public void Curves_are_printed_as_they_were() => Snapshot.Matches("nelson-aalen-lung.txt", string.Join("\n\n",
        NelsonAalen.Fit(SampleData.Load("lung"), "Surv(time, status) ~ ph.ecog"),
        NelsonAalen.Fit(
            SampleData.Load("kidney"),
            "Surv(time, status) ~ sex",
            new() { Method = HazardMethod.FlemingHarrington, Level = 0.9 },
            cluster: "id"),
        KaplanMeier.Fit(
            SampleData.Load("kidney"), "Surv(time, status) ~ sex + cluster(id)", new() { SurvivalMethod = SurvivalMethod.Exponential })));

    [Fact]
    public void Curves_are_a_frame()
    {
        NelsonAalenCurves curves = NelsonAalen.Fit(SampleData.Load("lung"), "Surv(time, status) ~ sex");
        DataFrame frame = curves.ToDataFrame();

        Assert.Equal(
            ["group", "time", "at_risk", "events", "censored", "cumulative_hazard", "se", "lower", "upper"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(curves.Sum(curve => curve.Time.Length), frame.Rows.Count);
        Assert.Equal(curves["2"].CumulativeHazard[^1], frame["cumulative_hazard"][frame.Rows.Count - 1]);
    }
}
