using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A comparison of survival between groups.</summary>
public sealed class LogRankResult : IResult
{
    private readonly double[,] _variance;

    internal LogRankResult(
        string formula,
        LogRankOptions options,
        ImmutableArray<LogRankGroup> groups,
        double[,] variance,
        double chiSquare,
        int degreesOfFreedom,
        int omitted)
    {
        Formula = formula;
        Options = options;
        Groups = groups;
        _variance = variance;
        ChiSquare = chiSquare;
        DegreesOfFreedom = degreesOfFreedom;
        Omitted = omitted;
    }

    /// <summary>The formula of the test.</summary>
    public string Formula { get; }

    /// <summary>The options of the test.</summary>
    public LogRankOptions Options { get; }

    /// <summary>Which test of the log-rank family this is.</summary>
    public TestKind Kind => Options.Kind;

    /// <summary>The test's name for readers: <c>Log-rank test</c>.</summary>
    public string Test => Options.TestName;

    /// <summary>The groups, in the order of their levels.</summary>
    public ImmutableArray<LogRankGroup> Groups { get; }

    /// <summary>The number of observations used.</summary>
    public int Observations => Groups.Sum(group => group.Observations);

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each: <see cref="ModelFrame.Cautions"/>.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <summary>The test statistic.</summary>
    public double ChiSquare { get; }

    /// <summary>The number of groups in which events were expected, minus one.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The P value of <see cref="ChiSquare"/>.</summary>
    public double P => ReferenceDistribution.ChiSquareUpper(ChiSquare, DegreesOfFreedom);

    /// <summary>The covariance of two groups' observed minus expected events.</summary>
    /// <param name="first">Place of the first group.</param>
    /// <param name="second">Place of the second group.</param>
    public double Variance(int first, int second) => _variance[first, second];

    /// <summary>Tests whether survival rises or falls over the groups in their order (Tarone 1975).</summary>
    /// <remarks>With scores s it is (s'(O - E))^2 / s'Vs on one degree of freedom; without tied events it equals
    /// the score test of a Cox model that has the score as its only covariate.</remarks>
    /// <param name="scores">A score for each group, in the order of <see cref="Groups"/>; none: 1, 2, 3, and so on.</param>
    /// <exception cref="SurvivalDataException">The scores are not one a group, one is not finite, or all are the same.</exception>
    public LogRankTrend Trend(params ReadOnlySpan<double> scores) => LogRankTrend.Compute(this, scores);

    /// <summary>A row for each group: group, n, observed, expected, chi_square, df, p; the test is the same in each.</summary>
    public DataFrame ToDataFrame() => new(
        new FactorColumn("group", Groups.Select(group => group.Group), Groups.Select(group => group.Group)),
        new Int32DataFrameColumn("n", Groups.Select(group => group.Observations)),
        new DoubleDataFrameColumn("observed", Groups.Select(group => group.Observed)),
        new DoubleDataFrameColumn("expected", Groups.Select(group => group.Expected)),
        FrameColumn.Numbers("chi_square", Groups.Select(_ => ChiSquare)),
        new Int32DataFrameColumn("df", Groups.Select(_ => DegreesOfFreedom)),
        FrameColumn.Numbers("p", Groups.Select(_ => P)));

    /// <summary>A row for each group: n, observed and expected events; the test below it.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title(Test, Formula),
            [CurveTables.Group, .. TableColumns.Numbers("n", "observed", "expected")],
            Groups.Select(group => new TableRow(
            [
                group.Group,
                TableCell.Number(group.Observations, NumberKind.Count),
                TableCell.Number(group.Observed, NumberKind.Count),
                TableCell.Number(group.Expected, NumberKind.Statistic),
            ])),
            [TestSentence.ChiSquare(ChiSquare, DegreesOfFreedom, P), .. ResultSentences.LeftOut(Omitted)])
        {
            Cautions = Cautions,
        },
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord()
    {
        bool hasPowers = Options.Weighting == LogRankWeighting.FlemingHarrington;
        return new()
        {
            ["formula"] = Formula,
            ["test"] = Test,
            ["rho"] = hasPowers ? Options.Rho : null,
            ["gamma"] = hasPowers ? Options.Gamma : null,
            ["n"] = Observations,
            ["omitted"] = Omitted,
            ["chiSquare"] = ChiSquare,
            ["df"] = DegreesOfFreedom,
            ["p"] = P,
            ["groups"] = Groups.Select(group => new ResultRecord
            {
                ["group"] = group.Group,
                ["n"] = group.Observations,
                ["observed"] = group.Observed,
                ["expected"] = group.Expected,
            }),
        };
    }

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}
