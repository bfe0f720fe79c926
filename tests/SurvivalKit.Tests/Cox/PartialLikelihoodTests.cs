namespace SurvivalKit.Tests;

/// <summary>The fast likelihoods against the definition, on random studies.</summary>
public sealed class PartialLikelihoodTests
{
    private const int Columns = 3;

    public static TheoryData<string, bool, bool> Shapes
    {
        get
        {
            var shapes = new TheoryData<string, bool, bool>();
            foreach (string ties in Enum.GetNames<Ties>())
            {
                foreach (bool counting in new[] { false, true })
                {
                    shapes.Add(ties, counting, false);
                    shapes.Add(ties, counting, true);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Many_rows_give_what_the_definition_gives(string ties, bool counting, bool full) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int compared = 0;
        for (int study = 0; study < 30; study++)
        {
            compared += Compare(Enum.Parse<Ties>(ties), counting, full, random, $"study {study}");
        }

        // Nearly every study has an event; a test that compares nothing fails.
        Assert.True(compared >= 25, $"Only {compared} of 30 studies had an event.");
    });

    [Fact]
    public void The_definition_gives_what_can_be_worked_by_hand()
    {
        // Three at risk and the first has the event, then two and the second has it: log 1/3 + log 1/2 at 0.
        SurvivalSample sample = SurvivalSample.Make(Surv.Right([1, 2, 3], [true, true, false]), joinNearTies: true);
        var likelihood = new PartialLikelihood(sample, DesignMatrix.FromColumns(("x", [1, 0, 2])), [], [0], Ties.Efron);

        Close.To(-Math.Log(6), likelihood.Value, "log-likelihood", 1e-14);
        Close.To((1 - 1.0) + (0 - 1.0), likelihood.Score[0], "score", 1e-14);
        Close.To((2.0 / 3) + 1, likelihood.Information[0, 0], "information", 1e-14);
    }

    private static int Compare(Ties ties, bool counting, bool full, Random random, string where)
    {
        // Exact ties go through all subsets: fewer rows.
        int rows = ties == Ties.Exact ? random.Next(6, 15) : random.Next(6, 80);
        double[] beta = [.. Enumerable.Range(0, Columns).Select(_ => random.NextDouble() - 0.5)];
        double[] offset = full ? [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())] : [];
        int[] strata = full ? [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) * 5)] : [];
        double[]? weights = !full ? null
            : [.. Enumerable.Range(0, rows).Select(_ => ties == Ties.Exact ? random.Next(4) > 0 ? 1.0 : 0.0 : random.Next(5) / 2.0)];
        if (weights is not null)
        {
            weights[0] = 1;
        }

        DesignMatrix design = DesignMatrix.FromColumns(
        [
            .. Enumerable.Range(0, Columns)
                .Select(j => ($"x{j}", Enumerable.Range(0, rows).Select(_ => (3 * random.NextDouble()) + j).ToArray())),
        ]);
        Surv response = Response(rows, counting, random);
        SurvivalSample sample = SurvivalSample.Make(response, joinNearTies: true, weights, strata: GroupCodes.FromNumbers(strata));
        CoxData data = CoxData.Gather(sample, design, offset);
        if (data.EventCount == 0)
        {
            return 0;
        }

        ICoxObjective fast = ties == Ties.Exact ? new ExactLikelihood(data) : new CoxLikelihood(data, ties);
        fast.Evaluate([.. beta.Select((value, j) => value * data.Scale[j])]);
        var plain = new PartialLikelihood(sample, design, offset, beta, ties);

        // The fast one scales columns to unit spread; a column that is constant within strata has the
        // scale 0, and does not contribute.
        Near(plain.Value, fast.Value, 1, "log-likelihood");
        for (int j = 0; j < Columns; j++)
        {
            Near(plain.Score[j], fast.Score[j] * data.Scale[j], data.EventWeight * data.EventCount, "score");
            for (int k = 0; k <= j; k++)
            {
                double information = fast.Information[j, k] * data.Scale[j] * data.Scale[k];
                Near(plain.Information[j, k], information, data.EventWeight * data.EventCount, "information");
            }
        }

        return 1;

        // The error of a sum of terms of both signs is relative to the size of the terms.
        void Near(double expected, double actual, double unit, string what) => Assert.True(
            Math.Abs(expected - actual) <= 1e-10 * (unit + Math.Abs(expected)),
            $"{where}: {what} {expected:R} by definition, {actual:R} by the fast sums.");
    }

    private static Surv Response(int rows, bool counting, Random random)
    {
        double[] start = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(6))];
        double[] stop = [.. start.Select(from => (counting ? from : 0) + 1 + random.Next(10))];
        bool[] isEvent = [.. start.Select(_ => random.Next(3) > 0)];
        return counting ? Surv.Counting(start, stop, isEvent) : Surv.Right(stop, isEvent);
    }
}
