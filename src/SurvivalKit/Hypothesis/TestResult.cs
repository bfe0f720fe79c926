using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The result of a test.</summary>
/// <param name="Kind">Which test.</param>
/// <param name="Statistic">The test statistic; <see langword="null"/> for an exact test that has none.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom, where the reference distribution has some.</param>
/// <param name="P">The P value, of <see cref="Side"/>.</param>
public sealed record TestResult(TestKind Kind, double? Statistic, double? DegreesOfFreedom, double P) : IResult
{
    /// <summary>The side of the test; default: both.</summary>
    public TestSide Side { get; init; }

    /// <summary>Whether a trend is over the order in which the levels were given, which was not declared to be meaningful.</summary>
    public bool OverGivenOrder { get; init; }

    /// <summary>The test's name for readers, as a methods section gives it: <c>Pearson's chi-square test</c>.</summary>
    public string Test => Kind.ToName(Side, OverGivenOrder);

    /// <summary>The name of the statistic: <c>chi-square</c>, <c>G</c>, <c>t</c>, <c>F</c> or <c>z</c>.</summary>
    public string StatisticName => Kind == TestKind.LikelihoodRatioChiSquare ? "G" : Kind.Statistic() switch
    {
        StatisticKind.T => "t",
        StatisticKind.Z => "z",
        StatisticKind.F => "F",
        _ => "chi-square",
    };

    /// <summary>The test in one line: <c>Welch's t test: t = −1.40, df = 26.61, P = .17</c>.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [TableModel.Sentence(TestSentence.Whole(this))];

    /// <summary>One row: test, statistic, df, p.</summary>
    public DataFrame ToDataFrame() => TestTables.FrameOf([this]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["test"] = Test, ["statistic"] = Statistic, ["df"] = DegreesOfFreedom, ["p"] = P };
}
