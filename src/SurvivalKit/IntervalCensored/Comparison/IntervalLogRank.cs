using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The log-rank test of interval-censored times: each observation has a score from the estimate of all groups together, and the
/// groups' sums of scores have the variance of permutations (Fay and Shaw 2010; <c>ictest</c> of R's package interval).</summary>
/// <example><code>
/// IntervalLogRankResult test = IntervalLogRank.Test(cosmesis, "Surv(left, right, type = \"interval2\") ~ treatment");
/// Console.WriteLine(test.Test.P);
/// </code></example>
public static class IntervalLogRank
{
    /// <summary>Compares the groups that a formula's terms make, within its strata.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(left, right, type = "interval2") ~ treatment + strata(centre)</c>.</param>
    /// <param name="scores">The scores; default: those of Sun, as in <c>ictest</c>.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or there is one group.</exception>
    public static IntervalLogRankResult Test(DataFrame data, string formula, IntervalScores scores = IntervalScores.Sun)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Choice.Check(scores);
        var frame = ModelFrame.Build(data, FormulaCache.Get(formula), null, null, null, null, intervals: true);
        Surv response = Turnbull.AsIntervals(frame.Response);
        var groups = Grouping.WithinStrata(frame);
        if (groups.Groups < 2)
        {
            throw new SurvivalDataException($"{formula} makes one group; two or more were expected.");
        }

        int[] strata = frame.Values.Strata.Length == 0 ? new int[response.Count] : frame.Values.Strata;
        double[] sums = new double[groups.Groups];
        double[,] variance = new double[groups.Groups, groups.Groups];
        foreach (IGrouping<int, int> stratum in Enumerable.Range(0, response.Count).GroupBy(row => strata[row]).OrderBy(rows => rows.Key))
        {
            int[] rows = [.. stratum];
            double[] own = IntervalLogRankScores.Of(Turnbull.Part(response, rows), scores);
            Add(own, Array.ConvertAll(rows, row => groups.Codes[row]), sums, variance);
        }

        double[] difference = sums[1..];
        double[,] inner = new double[difference.Length, difference.Length];
        for (int g = 0; g < difference.Length; g++)
        {
            for (int h = 0; h < difference.Length; h++)
            {
                inner[g, h] = variance[g + 1, h + 1];
            }
        }

        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(inner);
        double[] solution = factor.Solve(difference);
        double chiSquare = solution.Zip(difference, (a, b) => a * b).Sum();
        ImmutableArray<IntervalLogRankGroup> rowsOfGroups =
        [
            .. groups.Names.Select((name, g) => new IntervalLogRankGroup(name, groups.Members[g].Length, sums[g], variance[g, g])),
        ];
        return new IntervalLogRankResult(formula, scores, rowsOfGroups, frame.Omitted, new TestResult(
            TestKind.LogRank, chiSquare, factor.Rank, factor.Rank == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(chiSquare, factor.Rank)));
    }

    // The mean and variance of a group's sum if the scores were dealt out at random.
    private static void Add(double[] scores, int[] groups, double[] sums, double[,] variance)
    {
        int n = scores.Length;
        double mean = scores.Average();
        double spread = n < 2 ? 0 : scores.Sum(score => (score - mean) * (score - mean)) / (n - 1);
        double[] counts = new double[sums.Length];
        for (int i = 0; i < n; i++)
        {
            sums[groups[i]] += scores[i] - mean;
            counts[groups[i]]++;
        }

        for (int g = 0; g < counts.Length; g++)
        {
            for (int h = 0; h < counts.Length; h++)
            {
                variance[g, h] += spread * ((g == h ? counts[g] : 0) - (counts[g] * counts[h] / n));
            }
        }
    }
}
