using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A Cox model in one row, as broom's <c>glance</c>.</summary>
/// <param name="Observations">The number of observations used.</param>
/// <param name="Events">The number of events among them.</param>
/// <param name="Omitted">The number of rows left out because a value was missing.</param>
/// <param name="DegreesOfFreedom">The number of coefficients that the data determine.</param>
/// <param name="NullLogLikelihood">The log-likelihood with all coefficients 0.</param>
/// <param name="LogLikelihood">The log-likelihood at the estimates.</param>
/// <param name="Aic">Akaike's criterion.</param>
/// <param name="Bic">Schwarz's criterion, with the number of events.</param>
/// <param name="LikelihoodRatio">The likelihood-ratio test that all coefficients are 0.</param>
/// <param name="Wald">The Wald test that all coefficients are 0, robust where the fit is.</param>
/// <param name="Score">The score test that all coefficients are 0.</param>
/// <param name="RobustScore">The robust score test; <see langword="null"/> in a fit that is not robust.</param>
/// <param name="Concordance">Harrell's C.</param>
/// <param name="Iterations">The number of Newton-Raphson steps.</param>
/// <param name="Status">How the fit ended.</param>
public sealed record CoxGlance(
    int Observations,
    int Events,
    int Omitted,
    int DegreesOfFreedom,
    double NullLogLikelihood,
    double LogLikelihood,
    double Aic,
    double Bic,
    TestResult LikelihoodRatio,
    TestResult Wald,
    TestResult Score,
    TestResult? RobustScore,
    ConcordanceIndex Concordance,
    int Iterations,
    FitStatus Status) : IResult
{
    /// <summary>One row: n, events, omitted, df, log_lik_null, log_lik, aic, bic, lr, lr_p, wald, wald_p, score, score_p, robust_score,
    /// robust_score_p, concordance, concordance_se, iterations, status.</summary>
    public DataFrame ToDataFrame()
    {
        return new DataFrame(
            new Int32DataFrameColumn("n", [Observations]),
            new Int32DataFrameColumn("events", [Events]),
            new Int32DataFrameColumn("omitted", [Omitted]),
            new Int32DataFrameColumn("df", [DegreesOfFreedom]),
            Column("log_lik_null", NullLogLikelihood),
            Column("log_lik", LogLikelihood),
            Column("aic", Aic),
            Column("bic", Bic),
            Column("lr", LikelihoodRatio.Statistic),
            Column("lr_p", LikelihoodRatio.P),
            Column("wald", Wald.Statistic),
            Column("wald_p", Wald.P),
            Column("score", Score.Statistic),
            Column("score_p", Score.P),
            Column("robust_score", RobustScore?.Statistic),
            Column("robust_score_p", RobustScore?.P),
            Column("concordance", Concordance.Estimate),
            Column("concordance_se", Concordance.StandardError),
            new Int32DataFrameColumn("iterations", [Iterations]),
            new StringDataFrameColumn("status", [Status.ToString()]));

        static DoubleDataFrameColumn Column(string name, double? value) =>
            new(name, [value is { } number && double.IsFinite(number) ? number : null]);
    }

    /// <summary>A row a number of the model.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Cox model",
            [new("measure", TableAlignment.Left), new("value")],
            [
                Row("n", Observations, NumberKind.Count),
                Row("events", Events, NumberKind.Count),
                Row("degrees of freedom", DegreesOfFreedom, NumberKind.Freedom),
                Row("log-likelihood without terms", NullLogLikelihood, NumberKind.LogLikelihood),
                Row("log-likelihood", LogLikelihood, NumberKind.LogLikelihood),
                Row("AIC", Aic, NumberKind.LogLikelihood),
                Row("BIC", Bic, NumberKind.LogLikelihood),
                Row("concordance", Concordance.Estimate, NumberKind.Concordance),
            ],
            [.. ResultSentences.LeftOut(Omitted)]),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["n"] = Observations,
        ["events"] = Events,
        ["omitted"] = Omitted,
        ["df"] = DegreesOfFreedom,
        ["logLikelihood"] = new ResultRecord { ["null"] = NullLogLikelihood, ["model"] = LogLikelihood },
        ["aic"] = Aic,
        ["bic"] = Bic,
        ["tests"] = CoxRecords.OfTests(LikelihoodRatio, Wald, Score, RobustScore),
        ["concordance"] = new ResultRecord { ["estimate"] = Concordance.Estimate, ["se"] = Concordance.StandardError },
        ["iterations"] = Iterations,
        ["status"] = Status,
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static TableRow Row(string measure, double value, NumberKind kind) => new([measure, TableCell.Number(value, kind)]);
}
