namespace SurvivalKit.Benchmarks;

/// <summary>Cox regression, Efron's ties, against <c>coxph</c>.</summary>
/// <remarks><c>coxph</c> computes martingale residuals and the concordance with every fit; ours computes them on first use.</remarks>
internal static class CoxCases
{
    public static IEnumerable<PeerCase> All =>
    [
        Case("5 covariates, continuous", "Surv(time, status)", 5),
        Case("5 covariates, tied", "Surv(day, status)", 5),
        Case("20 covariates, continuous", "Surv(time, status)", 20),
        Case("20 covariates, tied", "Surv(day, status)", 20),
        Case("5 covariates, (start, stop]", "Surv(start, stop, dead)", 5),
    ];

    /// <summary>The quantities of every fit that must agree.</summary>
    public static PeerQuantity<CoxFit>[] Estimates { get; } =
    [
        new("coefficients", fit => fit.Terms.Select(term => term.Coefficient), "coef(result)"),
        new("log-likelihoods", fit => [fit.NullLogLikelihood, fit.LogLikelihood], "result$loglik"),
        new(
            "tests",
            fit => new[] { fit.LikelihoodRatio, fit.Wald, fit.Score }.Select(test => test.Statistic ?? double.NaN),
            "c(2 * diff(result$loglik), result$wald.test, result$score)"),
    ];

    /// <summary>The R expression of a fit; the data are <c>peers</c>.</summary>
    public static string InR(string formula, string more = "") => $"coxph({formula}, peers{more})";

    /// <summary>The same fit iterated until nothing changes; R's own criterion leaves six or seven digits of a coefficient.</summary>
    public static string ExactInR(string formula, string more = "") =>
        InR(formula, more + ", control = coxph.control(eps = 2e-12, iter.max = 40)");

    /// <summary>A fit whose coefficients, errors and tests have been computed, so that they are part of the time even if the library
    /// computes them on first use.</summary>
    public static CoxFit Touched(CoxFit fit)
    {
        GC.KeepAlive(fit.Terms[^1].P + fit.LogLikelihood + fit.LikelihoodRatio.P + fit.Wald.P + fit.Score.P);
        return fit;
    }

    private static PeerCase<CoxFit> Case(string name, string response, int covariates)
    {
        string formula = $"{response} ~ {CovariateModel.Sum(covariates)}";
        return new($"Cox, {name}")
        {
            Ours = data => () => Touched(CoxModel.Fit(data, formula)),
            Theirs = InR(formula),
            TheirExact = ExactInR(formula),
            Quantities = [.. Estimates, new(
                "standard errors", fit => fit.Terms.Select(term => term.StandardError), "sqrt(diag(result$var))")],
        };
    }
}
