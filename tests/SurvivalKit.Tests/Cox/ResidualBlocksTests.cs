namespace SurvivalKit.Tests;

/// <summary>Residuals of more rows than two parts have (<see cref="RowBlocks"/>) against those by definition.</summary>
public sealed class ResidualBlocksTests
{
    private const int Rows = (70 * RowBlocks.Block) + 19;

    public static TheoryData<string, bool, int, int> Shapes => new()
    {
        { "Efron", false, 1, 0 },
        { "Efron", false, 1, 60 },
        { "Breslow", false, 3, 60 },
        { "Efron", true, 1, 0 },
        { "Efron", true, 4, 60 },
        { "Breslow", true, 1, 60 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Agree_with_their_definition(string ties, bool counting, int strata, int distinctTimes)
    {
        var study = new LargeStudy(counting, strata, distinctTimes);
        Ties rule = Enum.Parse<Ties>(ties);
        CoxFit fit = study.Fit(new() { Ties = rule });
        var plain = new PlainResiduals(
            study.Start,
            study.Stop,
            study.IsEvent,
            study.Stratum,
            study.Weight,
            study.X,
            [.. fit.Terms.Select(term => term.Coefficient)],
            rule);

        Same(plain.Martingale, fit.Residuals(CoxResidualKind.Martingale).Column(0));
        CoxResiduals score = fit.Residuals(CoxResidualKind.Score);
        CoxResiduals schoenfeld = fit.Residuals(CoxResidualKind.Schoenfeld);
        for (int j = 0; j < study.X.Length; j++)
        {
            Same(plain.Score[j], score.Column(j));
            int column = j;
            Same([.. schoenfeld.Observations.Select(i => plain.Schoenfeld[column][i])], schoenfeld.Column(j));
        }

        int[] clusters = [.. Enumerable.Range(0, Rows).Select(i => i / 7)];
        CoxFit byRow = study.Fit(new() { Ties = rule, Robust = true });
        CoxFit byCluster = study.Fit(new() { Ties = rule }, clusters);
        for (int j = 0; j < study.X.Length; j++)
        {
            for (int k = 0; k < study.X.Length; k++)
            {
                Close.To(Sandwich(plain.Score, study.Weight, i => i, fit, j, k), byRow.Covariance(j, k), "robust covariance", 1e-7);
                Close.To(Sandwich(
                    plain.Score, study.Weight, i => clusters[i], fit, j, k), byCluster.Covariance(j, k), "covariance by clusters", 1e-7);
            }
        }
    }

    private static double Sandwich(double[][] score, double[] weight, Func<int, int> cluster, CoxFit fit, int first, int second)
    {
        var left = new double[Rows];
        var right = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < score.Length; j++)
            {
                left[cluster(i)] += weight[i] * score[j][i] * fit.NaiveCovariance(j, first);
                right[cluster(i)] += weight[i] * score[j][i] * fit.NaiveCovariance(j, second);
            }
        }

        return left.Zip(right, (l, r) => l * r).Sum();
    }

    private static void Same(double[] expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Math.Abs(expected[i] - actual[i]) > 1e-9 * (1 + Math.Abs(expected[i])))
            {
                Assert.Equal(expected[i], actual[i]);
            }
        }
    }
}
