namespace SurvivalKit;

/// <summary>The test of proportional hazards of a fit to summed rows.</summary>
internal static class SummedProportionalHazards
{
    /// <param name="state">The rows at the estimates.</param>
    /// <param name="transform">The name of the time scale.</param>
    /// <param name="times">The value of each event time on it, in the order of <see cref="SummedWalk"/>.</param>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, or all events have one value.</exception>
    public static ProportionalHazardsTest Test(SummedState state, string transform, double[] times)
    {
        ProportionalHazardsComputation.Check(state.IsEstimable.Contains(true), transform, times);
        double[] events =
        [
            .. state.Rows.Strata.SelectMany(stratum => stratum.EventRows.Where((_, place) => stratum.EventWeight[place] > 0).Reverse()),
        ];
        double mean = times.Zip(events, (time, count) => time * count).Sum() / events.Sum();
        int[] estimable = [.. Enumerable.Range(0, state.IsEstimable.Length).Where(column => state.IsEstimable[column])];
        var trend = new ScoreTrend(new SummedMoments(state), Array.ConvertAll(times, time => time - mean));
        return new ProportionalHazardsTest(
            transform,
            trend.Tests(estimable, state.Rows.Terms),
            trend.Tests(estimable, state.Rows.Names),
            () => throw new SurvivalDataException(
                "The plot of a test of proportional hazards has a point an event, and this fit has sums by time; data in memory were expected."));
    }
}
