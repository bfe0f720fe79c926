namespace SurvivalKit.Tests;

/// <summary>Rows are processed in blocks and parts on several threads: the result must equal that of going from event time to event
/// time.</summary>
public sealed class CoxBlocksTests
{
    // More rows than two parts have, so that sums, strata and ties cross the borders of blocks and parts.
    private const int Rows = (70 * RowBlocks.Block) + 19;

    public static TheoryData<string, bool, int, int> Shapes => new()
    {
        { "Efron", false, 1, 0 },
        { "Efron", false, 1, 300 },
        { "Breslow", false, 1, 300 },
        { "Efron", false, 7, 40 },
        { "Efron", false, 9000, 0 },
        { "Efron", true, 1, 0 },
        { "Efron", true, 1, 300 },
        { "Breslow", true, 5, 60 },
        { "Efron", true, 2000, 100 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Blocks_give_what_steps_give(string ties, bool counting, int strata, int distinctTimes) => RandomSeed.Run(seed =>
    {
        CoxData data = Data(seed, counting, strata, distinctTimes);
        Ties rule = Enum.Parse<Ties>(ties);
        var risks = new CoxRisks(data);
        risks.Set([0.4, -0.3, 0.2, 0.1, -0.6]);
        var hazard = new EventHazard(data, rule);
        hazard.Set(risks);
        var blocks = new RiskSetMoments(data, risks, hazard);
        blocks.Set([]);
        var steps = new SteppedLikelihood(data, risks, rule);
        steps.Set();

        Close.To(steps.Value, risks.EventPredictors - hazard.LogDenominators, "log-likelihood");
        double unit = Math.Sqrt(data.EventCount);
        for (int j = 0; j < data.Columns; j++)
        {
            // A score is a sum of terms of both signs: its error is relative to the size of the terms.
            Assert.Equal(steps.Score[j] / unit, blocks.Score[j] / unit, 1e-9);
            for (int k = 0; k <= j; k++)
            {
                Assert.Equal(steps.Information[j, k] / data.EventCount, blocks.Information[j, k] / data.EventCount, 1e-11);
            }
        }
    });

    [Fact]
    public void A_multiplier_counts_event_times() => RandomSeed.Run(seed =>
    {
        CoxData data = Data(seed, counting: true, strata: 3, distinctTimes: 200);
        var risks = new CoxRisks(data);
        risks.Set([0.4, -0.3, 0.2, 0.1, -0.6]);
        var hazard = new EventHazard(data, Ties.Efron);
        hazard.Set(risks);
        var moments = new RiskSetMoments(data, risks, hazard);
        double[] late = [.. data.Events.Time.Select(time => time > 50 ? 1.0 : 0.0)];
        double[] early = [.. late.Select(is1 => 1 - is1)];
        moments.Set(late);
        double[] score = (double[])moments.Score.Clone();
        double[,] information = (double[,])moments.Information.Clone();
        moments.Set(early);
        double[] other = (double[])moments.Score.Clone();
        double[,] otherInformation = (double[,])moments.Information.Clone();
        moments.Set([]);

        for (int j = 0; j < data.Columns; j++)
        {
            Assert.Equal(moments.Score[j], score[j] + other[j], 1e-8);
            Assert.NotEqual(0, score[j], 1e-3);
            for (int k = 0; k <= j; k++)
            {
                Close.To(moments.Information[j, k], information[j, k] + otherInformation[j, k], "information");
            }
        }
    });

    [Fact]
    public void The_number_of_threads_does_not_show() => RandomSeed.Run(seed =>
    {
        CoxData data = Data(seed, counting: false, strata: 1, distinctTimes: 0);
        double[] onMany = Evaluated(data);
        double[] onOne = Task.Factory.StartNew(
            () => Evaluated(
                data), CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Result;

        // Equal to the last bit.
        Assert.Equal(onMany, onOne);
    });

    private static double[] Evaluated(CoxData data)
    {
        var likelihood = new CoxLikelihood(data, Ties.Efron);
        likelihood.Evaluate([0.4, -0.3, 0.2, 0.1, -0.6]);
        return [likelihood.Value, .. likelihood.Score, .. likelihood.Information.Cast<double>()];
    }

    private static CoxData Data(int seed, bool counting, int strata, int distinctTimes)
    {
        var random = new Random(seed);
        double[] stop = new double[Rows];
        double[] start = new double[Rows];
        bool[] isEvent = new bool[Rows];
        int[] stratum = new int[Rows];
        double[] weight = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            double length = -100 * Math.Log(random.NextDouble());
            start[i] = counting ? (random.NextDouble() * 80) - 20 : 0;
            stop[i] = start[i] + length;
            if (distinctTimes > 0)
            {
                start[i] = Math.Floor(start[i] * distinctTimes / 500);
                stop[i] = Math.Max(start[i], Math.Floor(stop[i] * distinctTimes / 500)) + 1;
            }

            isEvent[i] = random.NextDouble() < 0.6;
            stratum[i] = random.Next(strata);
            weight[i] = random.Next(10) == 0 ? 0.5 : 1;
        }

        (string, double[])[] columns = [.. Enumerable.Range(0, 5)
            .Select(j => ($"x{j}", Enumerable.Range(0, Rows).Select(_ => random.NextDouble() + j).ToArray()))];
        Surv response = counting ? Surv.Counting(start, stop, isEvent) : Surv.Right(stop, isEvent);
        SurvivalSample sample = SurvivalSample.Make(response, joinNearTies: true, weight, strata: GroupCodes.FromNumbers(stratum));
        return CoxData.Gather(sample, DesignMatrix.FromColumns(columns), default);
    }
}
