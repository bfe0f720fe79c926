using System.Text.Json;

namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit cox</c>; what was not asked for is null.</summary>
internal sealed record CoxJson(
    string Formula,
    int N,
    int Events,
    int Omitted,
    string Ties,
    string Status,
    int Iterations,
    CoxJson.LogLikelihoods LogLikelihood,
    double Aic,
    double Bic,
    IReadOnlyList<CoxJson.Coefficient> Terms,
    CoxJson.GlobalTests Tests,
    CoxJson.Estimate Concordance,
    object? ProportionalHazards,
    object? Residuals,
    object? Baseline,
    object? Predictions)
{
    internal sealed record LogLikelihoods(double Null, double Model);

    internal sealed record Coefficient(
        string Term, double Coef, double Se, double? RobustSe, double Z, double P, double HazardRatio, double Lower, double Upper);

    internal sealed record Test(double? ChiSquare, double? Df, double P);

    internal sealed record GlobalTests(Test LikelihoodRatio, Test Wald, Test Score, Test? RobustScore);

    internal sealed record Estimate(
        [property: System.Text.Json.Serialization.JsonPropertyName("estimate")] double Value, double Se);

    public static CoxJson Of(CoxFit fit) => new(
        fit.Formula,
        fit.Observations,
        fit.Events,
        fit.Omitted,
        Word(fit.Options.Ties),
        Word(fit.Status),
        fit.Iterations,
        new LogLikelihoods(fit.NullLogLikelihood, fit.LogLikelihood),
        fit.Aic,
        fit.Bic,
        [
            .. fit.Terms.Select(term => new Coefficient(
                term.Name, term.Coefficient, term.StandardError, term.RobustStandardError, term.Z, term.P, term.HazardRatio, term.Lower, term.Upper)),
        ],
        new GlobalTests(OfTest(fit.LikelihoodRatio), OfTest(fit.Wald), OfTest(fit.Score), fit.RobustScore is { } robust ? OfTest(robust) : null),
        new Estimate(fit.Concordance.Estimate, fit.Concordance.StandardError),
        ProportionalHazards: null,
        Residuals: null,
        Baseline: null,
        Predictions: null);

    private static Test OfTest(TestResult test) => new(test.Statistic, test.DegreesOfFreedom, test.P);

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
