using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The result of a test.</summary>
/// <param name="Test">Its name as a methods section gives it: <c>Pearson's chi-square test</c>.</param>
/// <param name="Statistic">The test statistic; <see langword="null"/> for an exact test that has none.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom, where the reference distribution has some.</param>
/// <param name="P">The P value, two-sided unless the name says otherwise.</param>
public sealed record TestResult(string Test, double? Statistic, double? DegreesOfFreedom, double P) : IResult
{
    /// <summary>What the statistic is called: <c>chi-square</c> (the default), <c>G</c>, <c>t</c>, <c>F</c> or <c>z</c>.</summary>
    public string StatisticName { get; init; } = "chi-square";

    /// <summary>The test in one line: <c>Welch's t test: t = -1.399, df = 26.61, P = .17</c>.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [TableModel.Sentence(TestSentence.Whole(this))];

    /// <summary>One row: test, statistic, df, p.</summary>
    public DataFrame ToDataFrame() => TestTables.FrameOf([this]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["test"] = Test, ["statistic"] = Statistic, ["df"] = DegreesOfFreedom, ["p"] = P };
}
