namespace SurvivalKit.Benchmarks;

/// <summary>Parametric regression against <c>survreg</c>.</summary>
internal static class ParametricCases
{
    private const string Formula = "Surv(time, status) ~ x1 + x2 + x3 + x4 + x5";

    public static IEnumerable<PeerCase> All =>
    [
        Case("Weibull", ParametricDistribution.Weibull, "weibull"),
        Case("log-normal", ParametricDistribution.LogNormal, "lognormal"),
    ];

    private static PeerCase<ParametricFit> Case(string name, ParametricDistribution distribution, string inR) => new(
        $"{name} regression, 5 covariates")
    {
        Ours = data => () => ParametricModel.Fit(data, Formula, new() { Distribution = distribution }),
        Theirs = $"survreg({Formula}, peers, dist = \"{inR}\")",
        TheirExact = $"survreg({Formula}, peers, dist = \"{inR}\", control = survreg.control(rel.tolerance = 1e-13, maxiter = 100))",
        Quantities =
        [
            new("coefficients", fit => fit.Terms.Where(term => !term.IsShape).Select(term => term.Coefficient), "coef(result)"),
            new("scale", fit => fit.Scales, "result$scale"),
            new("log-likelihoods", fit => [fit.NullLogLikelihood, fit.LogLikelihood], "result$loglik"),
            new("standard errors", fit => fit.Terms.Select(term => term.StandardError), "sqrt(diag(result$var))"),
        ],
    };
}
