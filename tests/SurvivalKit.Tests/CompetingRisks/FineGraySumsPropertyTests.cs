using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Fine and Gray's likelihood by sums over the observations is that of the weighted rows of R's <c>finegray</c>.</summary>
public sealed class FineGraySumsPropertyTests
{
    [Fact]
    public void Sums_and_rows_agree() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        int compared = 0;
        for (int set = 0; set < 40; set++)
        {
            compared += Compare(random, random.Next(30, 300)) ? 1 : 0;
        }

        Assert.True(compared > 20, $"Only {compared} of 40 data sets had a maximum.");
    });

    [Fact]
    public void They_agree_over_several_blocks_and_threads() => RandomSeed.Run(seed =>
        Assert.True(Compare(new Random(seed), 45_000)));

    private static bool Compare(Random random, int n)
    {
        bool isLate = random.Next(2) == 0;
        bool isWeighted = random.Next(2) == 0;
        string strata = random.Next(2) == 0 ? " + strata(s)" : "";
        string offset = random.Next(3) == 0 ? " + offset(z / 5)" : "";
        DataFrame data = Make(random, n, isLate, n > 1000 ? 1 : random.Next(1, 4));
        string formula = (isLate ? "Surv(entry, exit, cause)" : "Surv(exit, cause)") + " ~ x + z + g" + strata + offset;
        ModelFrame frame = ModelFrame.Build(
            data, FormulaCache.Get(formula), isWeighted ? "w" : null, random.Next(3) == 0 ? "c" : null, null, new CauseRules(null));
        var options = new CoxOptions
        {
            Ties = random.Next(2) == 0 ? Ties.Efron : Ties.Breslow,
            Robust = true,
            JoinNearTies = false,
            Tolerance = 1e-18,
        };
        var estimation = new FineGrayEstimation(formula, frame, 1, options, true);
        CoxFit? sums = estimation.BySums();
        if (sums is not { Status: FitStatus.Converged })
        {
            return false;
        }

        CoxFit rows = estimation.ByRows();
        Close.To(rows.NullLogLikelihood, sums.NullLogLikelihood, "log-likelihood at 0", 1e-10);
        Close.To(rows.LogLikelihood, sums.LogLikelihood, "log-likelihood", 1e-10);
        Close.To(rows.Score.Statistic!.Value, sums.Score.Statistic!.Value, "score test", 1e-10, 1e4);
        Close.To(rows.RobustScore!.Statistic!.Value, sums.RobustScore!.Statistic!.Value, "robust score test", 1e-9, 1e4);
        for (int j = 0; j < rows.Terms.Length; j++)
        {
            Close.To(rows.Terms[j].Coefficient, sums.Terms[j].Coefficient, "coefficient", 1e-10, 1e4);
            for (int k = 0; k < rows.Terms.Length; k++)
            {
                Close.To(rows.NaiveCovariance(j, k), sums.NaiveCovariance(j, k), "covariance", 1e-10, 1e4);
                Close.To(rows.Covariance(j, k), sums.Covariance(j, k), "robust covariance", 1e-10, 1e4);
            }
        }

        AfterFit(rows, sums, data);
        return true;
    }

    private static void AfterFit(CoxFit rows, CoxFit sums, DataFrame data)
    {
        foreach (CoxResidualKind kind in new[] { CoxResidualKind.Schoenfeld, CoxResidualKind.ScaledSchoenfeld })
        {
            CoxResiduals theirs = rows.Residuals(kind);
            CoxResiduals ours = sums.Residuals(kind);
            Assert.Equal(theirs.Times.AsSpan(), ours.Times.AsSpan());
            for (int column = 0; column < rows.Terms.Length; column++)
            {
                for (int i = 0; i < ours.Times.Length; i++)
                {
                    Close.To(theirs[i, column], ours[i, column], "residual", 1e-9, 1e4);
                }
            }
        }

        ProportionalHazardsTest expected = rows.ProportionalHazards(TimeTransform.Identity);
        ProportionalHazardsTest actual = sums.ProportionalHazards(TimeTransform.Identity);
        for (int term = 0; term < expected.Terms.Length; term++)
        {
            Close.To(expected.Terms[term].ChiSquare, actual.Terms[term].ChiSquare, "test of proportionality", 1e-8, 1e4);
        }

        CoxCurves fromRows = rows.Curves(data.Head(5));
        CoxCurves fromSums = sums.Curves(data.Head(5));
        for (int curve = 0; curve < fromRows.Count; curve++)
        {
            CoxEstimate[] theirs = [.. fromRows[curve].At(1, 3, 7, 12, 30)];
            CoxEstimate[] ours = [.. fromSums[curve].At(1, 3, 7, 12, 30)];
            for (int i = 0; i < theirs.Length; i++)
            {
                Close.To(theirs[i].CumulativeHazard, ours[i].CumulativeHazard, "hazard", 1e-10, 1e4);
                Close.To(theirs[i].HazardError, ours[i].HazardError, "error of the hazard", 1e-9, 1e4);
            }
        }
    }

    private static DataFrame Make(Random random, int n, bool isLate, int ties)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double[] z = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(-2, 3))];
        double[] entry = [.. x.Select(_ => isLate ? random.Next(0, 4) : 0.0)];
        double Exponential(double rate) => -Math.Log(1 - random.NextDouble()) / rate;
        var exit = new double[n];
        var cause = new string[n];
        for (int i = 0; i < n; i++)
        {
            double[] rates = [0.05, 0.08 * Math.Exp(x[i] - (0.2 * z[i])), 0.06 * Math.Exp(0.3 * z[i])];
            double[] until = Array.ConvertAll(rates, Exponential);
            double time = until.Min();
            cause[i] = new[] { "alive", "relapse", "death" }[Array.IndexOf(until, time)];
            exit[i] = entry[i] + (ties == 3 ? time + 1e-3 : Math.Ceiling(time * ties));
        }

        return new DataFrame(
            new DoubleDataFrameColumn("entry", entry),
            new DoubleDataFrameColumn("exit", exit),
            new FactorColumn("cause", cause, ["alive", "relapse", "death"]),
            new DoubleDataFrameColumn("x", x),
            new DoubleDataFrameColumn("z", z),
            new StringDataFrameColumn("g", Enumerable.Range(0, n).Select(_ => "abc"[random.Next(3)].ToString())),
            new StringDataFrameColumn("s", Enumerable.Range(0, n).Select(_ => "pq"[random.Next(2)].ToString())),
            new DoubleDataFrameColumn("c", Enumerable.Range(0, n).Select(_ => (double)random.Next(n / 3))),
            new DoubleDataFrameColumn("w", Enumerable.Range(0, n).Select(_ => 0.3 + random.NextDouble())));
    }
}
