using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A test for trend over ordered groups (Tarone 1975): <see cref="LogRankResult.Trend"/>.</summary>
/// <param name="Scores">The score of each group.</param>
/// <param name="Statistic">The sum of each group's score times its observed minus expected events; above 0 where groups with higher scores
/// have a higher hazard.</param>
/// <param name="Variance">The variance of the statistic if all groups had the same hazard.</param>
public sealed record LogRankTrend(ImmutableArray<double> Scores, double Statistic, double Variance) : IResult
{
    /// <summary>The statistic divided by its standard error; 0 where its variance is 0.</summary>
    public double Z => Variance > 0 ? Statistic / Math.Sqrt(Variance) : 0;

    /// <summary>The square of <see cref="Z"/>.</summary>
    public double ChiSquare => Z * Z;

    /// <summary>1, or 0 where the variance is 0.</summary>
    public int DegreesOfFreedom => Variance > 0 ? 1 : 0;

    /// <summary>The two-sided P value.</summary>
    public double P => ReferenceDistribution.NormalTwoSided(Z);

    /// <summary>One row: statistic, variance, chi_square, df, p.</summary>
    public DataFrame ToDataFrame() => new(
        FrameColumn.Numbers("statistic", [Statistic]),
        FrameColumn.Numbers("variance", [Variance]),
        FrameColumn.Numbers("chi_square", [ChiSquare]),
        new Int32DataFrameColumn("df", [DegreesOfFreedom]),
        FrameColumn.Numbers("p", [P]));

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
        [TableModel.Sentence($"Test for trend: {TestSentence.ChiSquare(ChiSquare, DegreesOfFreedom, P)}")];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["chiSquare"] = ChiSquare, ["df"] = DegreesOfFreedom, ["p"] = P, ["scores"] = Scores };

    /// <summary>One line: <c>Test for trend: chi-square = 10.33 on 1 df, P = .001</c>.</summary>
    public override string ToString() => this.ToText();

    internal static LogRankTrend Compute(LogRankResult result, ReadOnlySpan<double> scores)
    {
        int groups = result.Groups.Length;
        double[] score = scores.IsEmpty ? [.. Enumerable.Range(1, groups)] : scores.ToArray();
        Check(score, groups);
        double statistic = 0;
        double variance = 0;
        for (int a = 0; a < groups; a++)
        {
            // The differences sum to 0, so subtracting the first score changes nothing but avoids cancellation of large scores.
            statistic += (score[a] - score[0]) * (result.Groups[a].Observed - result.Groups[a].Expected);

            // s'Vs as a sum over pairs, which rounding cannot make negative; valid because the rows of V sum to 0.
            for (int b = 0; b < a; b++)
            {
                variance -= result.Variance(a, b) * (score[a] - score[b]) * (score[a] - score[b]);
            }
        }

        return new LogRankTrend([.. score], statistic, variance);
    }

    private static void Check(double[] scores, int groups)
    {
        if (scores.Length != groups)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"There {(scores.Length == 1 ? "is" : "are")} {NumberText.Count(scores.Length, "score")} for {NumberText.Count(groups, "group")}; one a group was expected."));
        }

        if (Array.Find(scores, score => !double.IsFinite(score)) is not 0 and var infinite)
        {
            throw new SurvivalDataException(FormattableString.Invariant($"A score of {infinite} was given; finite scores were expected."));
        }

        if (Array.TrueForAll(scores, score => score == scores[0]))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"All groups were given the score {scores[0]}; scores that differ were expected."));
        }
    }
}
