namespace SurvivalKit.Tests;

/// <summary>More rows than one span has are sorted and counted on several threads; the results must be those of their
/// definitions.</summary>
public sealed class ManyRowsPropertyTests
{
    // All spans, and borders that divide neither blocks nor strata evenly.
    private const int Rows = (5 * RowBlocks.SmallestSpan) + 77;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(1, 5000)]
    [InlineData(6, 0)]
    [InlineData(6, 40)]
    [InlineData(300, 7)]
    public void Event_times_are_those_of_the_rows(int strata, int distinctTimes) => RandomSeed.Run(seed =>
    {
        Assert.True(RowBlocks.Spans(Rows) > 1);
        var random = new Random(seed);
        double[] time = new double[Rows];
        bool[] isEvent = new bool[Rows];
        int[] stratum = new int[Rows];
        for (int i = 0; i < Rows; i++)
        {
            time[i] = distinctTimes == 0 ? random.NextDouble() : random.Next(distinctTimes);
            isEvent[i] = random.NextDouble() < (distinctTimes > 0 && time[i] % 2 == 0 ? 0 : 0.5);
            stratum[i] = random.Next(strata);
        }

        SurvivalSample sample =
            SurvivalSample.Make(Surv.Right(time, isEvent), joinNearTies: false, strata: GroupCodes.FromNumbers(stratum));
        CoxData data = CoxData.Gather(sample, DesignMatrix.FromColumns(("x", time)), default);

        int[] expected = [.. Enumerable.Range(0, Rows)
            .OrderBy(row => stratum[row]).ThenByDescending(row => time[row]).ThenByDescending(row => isEvent[row])];
        Assert.Equal(expected, data.Order);
        (int Stratum, double Time)[] times =
            [.. expected.Where(row => isEvent[row]).Select(row => (stratum[row], time[row])).Distinct()];
        Assert.Equal(times.Select(pair => pair.Time), data.Events.Time);
        Assert.Equal(isEvent.Count(is1 => is1), data.EventCount);
        int last = 0;
        for (int m = 0; m < times.Length; m++)
        {
            int first = data.Events.First[m];
            int end = data.Events.End[m];
            int events = data.Events.Events[m];
            Assert.True(first >= last && end > first && events > 0);
            Assert.All(expected[first..end], row => Assert.Equal(times[m], (stratum[row], time[row])));
            Assert.Equal(events, expected[first..end].Count(row => isEvent[row]));
            Assert.All(data.Events.OfRow[last..end], at => Assert.Equal(m, at));
            last = end;
        }

        Assert.All(data.Events.OfRow[last..], at => Assert.Equal(times.Length, at));
        Assert.Equal(Enumerable.Range(0, times.Length).Where(m => data.Events.Events[m] > 1), data.Events.Tied);
        for (int s = 0; s <= strata; s++)
        {
            Assert.Equal(times.Count(pair => pair.Stratum < s), data.Events.StratumStarts[s]);
        }

        // After the last event of a stratum a row counts for nothing.
        for (int row = 0; row < Rows; row++)
        {
            int at = data.Events.OfRow[row];
            Assert.Equal(at < times.Length && times[at].Stratum == stratum[expected[row]] ? 1 : 0, data.Weight[row]);
            Assert.Equal(1, data.CaseWeight[row]);
        }
    });

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(true, 5)]
    public void Hazards_add_up_across_spans(bool isMultiplied, int strata) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] time = [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(random.NextDouble(), 6))];
        bool[] isEvent = Array.ConvertAll(time, _ => random.NextDouble() < 0.9);
        int[] stratum = Array.ConvertAll(time, _ => random.Next(strata));
        SurvivalSample sample =
            SurvivalSample.Make(Surv.Right(time, isEvent), joinNearTies: false, strata: GroupCodes.FromNumbers(stratum));
        double[] x = Array.ConvertAll(time, _ => random.NextDouble());
        CoxData data = CoxData.Gather(sample, DesignMatrix.FromColumns(("x", x)), default);
        Assert.True(RowBlocks.Spans(data.Events.Count) > 1);
        var risks = new CoxRisks(data);
        risks.Set([0.7]);
        var hazard = new EventHazard(data, Ties.Efron);
        hazard.Set(risks);
        double[] multiplier = isMultiplied ? Array.ConvertAll(data.Events.Time, at => at - 0.5) : [];
        ReadOnlySpan<double> cumulative = new RowHazards(data, hazard).Set(multiplier).Cumulative;

        EventTimes events = data.Events;
        for (int s = 0; s < strata; s++)
        {
            double sumOfRisks = 0;
            int row = data.StratumStarts[s];
            for (int m = events.StratumStarts[s]; m < events.StratumStarts[s + 1]; m++)
            {
                for (; row < events.End[m]; row++)
                {
                    sumOfRisks += risks.Risk[row];
                }

                Close.To(sumOfRisks, hazard.S0[m], "sum of risks");
            }

            double sum = 0;
            for (int m = events.StratumStarts[s + 1] - 1; m >= events.StratumStarts[s]; m--)
            {
                sum += (isMultiplied ? multiplier[m] : 1) * hazard.Hazard[m];
                Assert.Equal(sum, cumulative[m], 1e-10);
            }
        }
    });

    [Fact]
    public void Ranks_below_one_are_added_up() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        var tree = new FenwickTree();
        foreach (int size in new[] { 1, 7, 8, 9, 64, 65, 1000, 3 })
        {
            tree.Reset(size);
            double[] weights = new double[size];
            for (int step = 0; step < 300; step++)
            {
                int rank = random.Next(size);
                double weight = random.Next(-3, 9);
                tree.Add(rank, weight);
                weights[rank] += weight;
                int asked = random.Next(size);
                Assert.Equal((weights[..asked].Sum(), weights[asked]), tree.BelowAndAt(asked));
                Assert.Equal(weights.Sum(), tree.Total);
            }
        }
    });

    [Fact]
    public void An_array_is_used_again_once()
    {
        double[] array = new double[(1 << 20) + 3];
        Recycled<double>.GiveBack(array);
        Recycled<double>.GiveBack(array);
        Assert.NotSame(array, Recycled<double>.Take(array.Length + 1));
        Assert.Same(array, Recycled<double>.Take(array.Length));
        Assert.NotSame(array, Recycled<double>.Take(array.Length));
    }
}
