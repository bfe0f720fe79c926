namespace SurvivalKit;

/// <summary>The JSON record of a parametric regression.</summary>
internal static class ParametricRecords
{
    public static ResultRecord Write(ParametricFit fit) => new()
    {
        ["formula"] = fit.Formula,
        ["distribution"] = fit.Options.Distribution,
        ["n"] = fit.Observations,
        ["events"] = fit.Events,
        ["intervals"] = fit.Intervals,
        ["omitted"] = fit.Omitted,
        ["status"] = fit.Status,
        ["iterations"] = fit.Iterations,
        ["logLikelihood"] = new ResultRecord { ["null"] = fit.NullLogLikelihood, ["model"] = fit.LogLikelihood },
        ["aic"] = fit.Aic,
        ["bic"] = fit.Bic,
        ["terms"] = fit.Terms.Select(OfTerm),
        ["scales"] = fit.Scales,
        ["knots"] = fit.Knots,
        ["tests"] = new ResultRecord { ["likelihoodRatio"] = CoxRecords.OfTest(fit.LikelihoodRatio) },
        ["level"] = fit.Options.Level,
        ["cautions"] = fit.Cautions,
    };

    /// <summary>A parameter with its errors, test and limits.</summary>
    public static ResultRecord OfTerm(ParametricTerm term) => new()
    {
        ["term"] = term.Name,
        ["coef"] = term.Coefficient,
        ["se"] = term.StandardError,
        ["robustSe"] = term.RobustStandardError,
        ["z"] = term.Z,
        ["p"] = term.P,
        ["lower"] = term.Lower,
        ["upper"] = term.Upper,
        ["ratio"] = term.Ratio is not { } ratio ? null
            : new ResultRecord { ["estimate"] = ratio.Estimate, ["lower"] = ratio.Lower, ["upper"] = ratio.Upper },
    };
}
