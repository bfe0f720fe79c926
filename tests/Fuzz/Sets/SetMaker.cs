using System.Collections.Immutable;
using static SurvivalKit.Fuzz.CovariateShapes;

namespace SurvivalKit.Fuzz;

/// <summary>Makes a random data set, and the questions asked of it.</summary>
internal static class SetMaker
{
    /// <summary>The data set of a seed, with its questions; the same seed makes the same set.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="maximalRows">The largest number of rows, 3 or more.</param>
    public static (FuzzSet Set, ImmutableArray<Question> Questions) Make(int seed, int maximalRows = 200)
    {
        var random = new Random(seed);
        int rows = (int)Math.Round(3 * Math.Pow(maximalRows / 3.0, random.NextDouble()));
        double[] times = TimeShapes.Draw(random, rows);
        double[] events = [0.1, 0.4, 0.8, 1];
        double share = events[random.Next(events.Length)];
        double[] status = Each(rows, _ => random.NextDouble() < share ? 1 : 0);
        double[] x1 = Draw(random, times, status);
        double[] x2 = random.Next(8) == 0 ? Each(rows, i => 1 + (2 * x1[i])) : Draw(random, times, status);
        var columns = new List<FuzzColumn>
        {
            new("start", false, TimeShapes.Entries(random, times)),
            new("time", false, times),
            new("status", false, status),
            new("x1", false, x1),
            new("x2", false, x2),
            new("f", true, Letters(random, rows)),
            new("g", true, Letters(random, rows)),
            new("s", true, Letters(random, rows)),
            new("w", false, Weights(random, rows)),
            new("id", false, Each(rows, _ => random.Next(1 + (rows / 2)))),
            new("o", false, Each(rows, _ => Math.Round(0.5 * Normal(random), 2))),
        };
        if (random.Next(5) == 0)
        {
            // Missing values of all columns but the weights, which R does not take.
            columns = [.. columns.Select(column => column.Name == "w" ? column
                : column with { Values = [.. column.Values.Select(value => random.Next(20) == 0 ? double.NaN : value)] })];
        }

        var set = new FuzzSet([.. columns]);
        return (set, [Curves(random, times), LogRankOf(random), CoxOf(random, rows)]);
    }

    private static Question Curves(Random random, double[] times) => new()
    {
        Kind = QuestionKind.KaplanMeier,
        IsCounting = random.Next(3) == 0,
        Terms = random.Next(3) switch { 0 => [], 1 => ["g"], _ => ["g", "f"] },
        Weights = random.Next(3) == 0 ? "w" : null,
        Cluster = random.Next(6) == 0 ? "id" : null,
        ConfidenceType = (ConfidenceType)random.Next(5),
        Level = random.Next(3) == 0 ? 0.9 : 0.95,
        SurvivalMethod = random.Next(5) == 0 ? SurvivalMethod.Exponential : SurvivalMethod.ProductLimit,
        HazardMethod = random.Next(5) == 0 ? HazardMethod.FlemingHarrington : HazardMethod.NelsonAalen,
        Horizon = times.Max() * (0.3 + random.NextDouble()),
    };

    private static Question LogRankOf(Random random) => new()
    {
        Kind = QuestionKind.LogRank,
        Terms = random.Next(3) == 0 ? ["g", "strata(s)"] : ["g"],
        Rho = random.Next(3) switch { 0 => 1, 1 => 0.5, _ => 0 },
    };

    private static Question CoxOf(Random random, int rows)
    {
        string[] possible = ["x1", "x2", "f"];
        random.Shuffle(possible);
        var terms = possible.Take(1 + random.Next(3)).ToList();
        if (terms.Contains("x1") && terms.Contains("x2") && random.Next(4) == 0)
        {
            terms.Add("x1:x2");
        }

        if (random.Next(3) == 0)
        {
            terms.Add("strata(s)");
        }

        if (random.Next(6) == 0)
        {
            terms.Add("offset(o)");
        }

        Ties ties = random.Next(5) switch { 0 or 1 => Ties.Efron, 2 or 3 => Ties.Breslow, _ => rows <= 30 ? Ties.Exact : Ties.Efron };
        return new()
        {
            Kind = QuestionKind.Cox,
            IsCounting = random.Next(3) == 0,
            Terms = [.. terms],
            Weights = ties != Ties.Exact && random.Next(3) == 0 ? "w" : null,
            Cluster = ties != Ties.Exact && random.Next(6) == 0 ? "id" : null,
            Ties = ties,
            Transform = (TimeTransform)random.Next(4),
        };
    }
}
