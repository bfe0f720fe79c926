using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The likelihood-ratio comparison of two nested fits; equals R's <c>anova(smaller, larger)</c>.</summary>
/// <param name="Smaller">The formula of the smaller model.</param>
/// <param name="Larger">The formula of the larger model.</param>
/// <param name="SmallerLogLikelihood">The log-likelihood of the smaller model.</param>
/// <param name="LargerLogLikelihood">The log-likelihood of the larger model.</param>
/// <param name="Test">Twice their difference, its degrees of freedom and its P value.</param>
public sealed record CoxComparison(
    string Smaller, string Larger, double SmallerLogLikelihood, double LargerLogLikelihood, TestResult Test) : IResult
{
    /// <summary>A row a model: formula and log-likelihood; the test below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Comparison of nested Cox models",
            [new("model", TableAlignment.Left), new("log-likelihood")],
            [Row(Smaller, SmallerLogLikelihood), Row(Larger, LargerLogLikelihood)],
            $"{TestSentence.Whole(Test)}."),
    ];

    /// <summary>A row a model: model, log_lik, chi_square, df, p; the test is in the row of the larger model, as in R's
    /// <c>anova</c>.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("model", [Smaller, Larger]),
        FrameColumn.Numbers("log_lik", [SmallerLogLikelihood, LargerLogLikelihood]),
        FrameColumn.Numbers("chi_square", (double?[])[null, Test.Statistic]),
        FrameColumn.Numbers("df", (double?[])[null, Test.DegreesOfFreedom]),
        FrameColumn.Numbers("p", (double?[])[null, Test.P]));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["smaller"] = new ResultRecord { ["formula"] = Smaller, ["logLikelihood"] = SmallerLogLikelihood },
        ["larger"] = new ResultRecord { ["formula"] = Larger, ["logLikelihood"] = LargerLogLikelihood },
        ["test"] = CoxRecords.OfTest(Test),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static TableRow Row(string formula, double logLikelihood) =>
        new([formula, TableCell.Number(logLikelihood, NumberKind.LogLikelihood)]);

    internal static CoxComparison Compare(CoxFit smaller, CoxFit larger)
    {
        LikelihoodTests.Refuse(smaller);
        LikelihoodTests.Refuse(larger);
        if (smaller.Options.Firth || larger.Options.Firth)
        {
            throw new SurvivalDataException(
                "Fits under Firth's penalty have likelihoods of their own, which are not compared; LikelihoodRatioTestOf was expected.");
        }

        if (smaller.Observations != larger.Observations || smaller.Events != larger.Events)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The smaller model has {NumberText.Count(smaller.Observations, "observation")} with {NumberText.Count(smaller.Events, "event")} and the larger {larger.Observations} with {larger.Events}; fits to the same rows were expected."));
        }

        if (smaller.Options.Ties != larger.Options.Ties)
        {
            throw new SurvivalDataException(
                $"The smaller model treats ties by {smaller.Options.Ties} and the larger by {larger.Options.Ties}; the same was expected of both.");
        }

        if (Math.Abs(smaller.NullLogLikelihood - larger.NullLogLikelihood) > 1e-9 * Math.Abs(larger.NullLogLikelihood))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"Without terms the models have the log-likelihoods {smaller.NullLogLikelihood:0.######} and {larger.NullLogLikelihood:0.######}; the same response, strata, weights and offset were expected."));
        }

        int degrees = larger.DegreesOfFreedom - smaller.DegreesOfFreedom;
        double difference = larger.LogLikelihood - smaller.LogLikelihood;
        if (degrees <= 0 || difference < -1e-9 * Math.Abs(larger.LogLikelihood))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The model that is said to be larger has {larger.DegreesOfFreedom} coefficients and the log-likelihood {larger.LogLikelihood:0.######}, the other {smaller.DegreesOfFreedom} and {smaller.LogLikelihood:0.######}; a model within the larger one was expected."));
        }

        return new(smaller.Formula, larger.Formula, smaller.LogLikelihood, larger.LogLikelihood, LikelihoodTests.LikelihoodRatio(
            difference, degrees));
    }
}
