namespace SurvivalKit;

/// <summary>The JSON record of a fit.</summary>
internal static class CoxRecords
{
    public static ResultRecord Write(CoxFit fit) => new()
    {
        ["formula"] = fit.Formula,
        ["n"] = fit.Subjects ?? fit.Observations,
        ["events"] = fit.Events,
        ["omitted"] = fit.Omitted,
        ["ties"] = fit.Options.Ties,
        ["status"] = fit.Status,
        ["iterations"] = fit.Iterations,
        ["logLikelihood"] = new ResultRecord { ["null"] = fit.NullLogLikelihood, ["model"] = fit.LogLikelihood },
        ["aic"] = fit.Aic,
        ["bic"] = fit.Bic,
        ["terms"] = fit.Terms.Select(OfTerm),
        ["tests"] = OfTests(fit.LikelihoodRatio, fit.Wald, fit.Score, fit.RobustScore),
        ["concordance"] = new ResultRecord { ["estimate"] = fit.Concordance.Estimate, ["se"] = fit.Concordance.StandardError },
        ["level"] = fit.Options.Level,
        ["cautions"] = fit.Cautions,
    };

    /// <summary>The tests that all coefficients are 0.</summary>
    public static ResultRecord OfTests(TestResult likelihoodRatio, TestResult wald, TestResult score, TestResult? robustScore) => new()
    {
        ["likelihoodRatio"] = OfTest(likelihoodRatio),
        ["wald"] = OfTest(wald),
        ["score"] = OfTest(score),
        ["robustScore"] = robustScore is { } robust ? OfTest(robust) : null,
    };

    /// <summary>Statistic, degrees of freedom and P of a test; its place in the record names it.</summary>
    public static ResultRecord OfTest(TestResult test) =>
        new() { ["chiSquare"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.P };

    /// <summary>A coefficient with its errors, tests and limits.</summary>
    public static ResultRecord OfTerm(CoxTerm term) => new()
    {
        ["term"] = term.Name,
        ["coef"] = term.Coefficient,
        ["se"] = term.StandardError,
        ["robustSe"] = term.RobustStandardError,
        ["z"] = term.Z,
        ["p"] = term.P,
        ["hazardRatio"] = term.HazardRatio,
        ["lower"] = term.Lower,
        ["upper"] = term.Upper,
    };
}
