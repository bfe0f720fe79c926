using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A log-rank test of interval-censored times: <see cref="IntervalLogRank"/>.</summary>
public sealed class IntervalLogRankResult : IResult
{
    internal IntervalLogRankResult(
        string formula, IntervalScores scores, ImmutableArray<IntervalLogRankGroup> groups, int omitted, TestResult test)
    {
        Formula = formula;
        Scores = scores;
        Groups = groups;
        Omitted = omitted;
        Test = test;
    }

    /// <summary>The formula of the test.</summary>
    public string Formula { get; }

    /// <summary>The scores.</summary>
    public IntervalScores Scores { get; }

    /// <summary>The groups with their sums of scores.</summary>
    public ImmutableArray<IntervalLogRankGroup> Groups { get; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The chi-square test that the groups are alike; of two groups its root is the Z of <c>ictest</c>.</summary>
    public TestResult Test { get; }

    /// <summary>A row for each group, the test below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title($"Log-rank test of interval-censored times, scores of {Scores}", Formula),
            [CurveTables.Group, .. TableColumns.Numbers("n", "score", "variance")],
            Groups.Select(group => new TableRow(
            [
                group.Name,
                TableCell.Number(group.Observations, NumberKind.Count),
                TableCell.Number(group.Score, NumberKind.Statistic),
                TableCell.Number(group.Variance, NumberKind.Statistic),
            ])),
            [CoxTables.Line(Test.Test, Test), .. ResultSentences.LeftOut(Omitted)]),
    ];

    /// <summary>Columns group, n, score, variance.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("group", Groups.Select(group => group.Name)),
        new Int32DataFrameColumn("n", Groups.Select(group => group.Observations)),
        FrameColumn.Numbers("score", Groups.Select(group => group.Score)),
        FrameColumn.Numbers("variance", Groups.Select(group => group.Variance)));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["scores"] = Scores,
        ["n"] = Groups.Sum(group => group.Observations),
        ["omitted"] = Omitted,
        ["chiSquare"] = Test.Statistic,
        ["df"] = Test.DegreesOfFreedom,
        ["p"] = Test.P,
        ["groups"] = Groups.Select(group => new ResultRecord
        {
            ["group"] = group.Name,
            ["n"] = group.Observations,
            ["score"] = group.Score,
            ["variance"] = group.Variance,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
