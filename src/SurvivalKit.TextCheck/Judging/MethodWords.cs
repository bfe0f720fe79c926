namespace SurvivalKit.TextCheck;

/// <summary>Words of a text that name how its intervals and standard errors were made.</summary>
/// <param name="tokens">The tokens of a paragraph.</param>
internal sealed class MethodWords(IReadOnlyList<Token> tokens)
{
    private const int Near = 8;
    private const int Nearer = 4;

    private static readonly string[] Intervals = ["interval", "intervals", "ci", "cis", "limits"];
    private static readonly string[] Ratios =
        ["hazard", "hazards", "cox", "hr", "hrs", "ratio", "ratios", "or", "rr", "irr", "logistic", "odds", "poisson", "risk", "rate"];

    private static readonly string[] Errors =
    [
        "error", "errors", "variance", "variances", "se", "ses", "estimator", "estimators", "estimate", "estimates", "covariance",
        "interval", "intervals", "ci", "cis", "poisson", "inference", "sandwich", "huber", "white", "cox", "lin", "regression",
        "variance-covariance", "matrix", "standard",
    ];

    private static readonly string[] Models =
    [
        "model", "models", "regression", "hierarchical", "logistic", "cox", "analysis", "analyses", "framework", "estimation", "inference",
        "interval", "intervals", "ci", "cis", "meta-analysis", "approach", "network",
    ];

    /// <summary>Intervals whose ratio need not be in the middle: of the profile likelihood, by bootstrap, Bayesian, of repeated
    /// looks.</summary>
    public bool SaysOther(int i) => tokens[i].Key switch
    {
        "profile-likelihood" or "likelihood-based" or "firth" or "firth's" or "jmp" or "median-unbiased" or "winbugs" or "openbugs"
            or "jags" or "mcmc" or "hpd" or "hdi" or "cri" or "cris" or "bci" => true,
        "profile" or "profiled" or "penalized" or "penalised" => IsBeside(i, 2, "likelihood"),
        "bootstrap" or "bootstrapped" or "bootstrapping" or "bootstraps" or "resampling" or "percentile" or "bca" or "fieller"
            or "fieller's" or "jackknife" => IsBeside(i, Near, Intervals),
        "repeated" or "sequential" or "group-sequential" or "stagewise" or "interim" or "alpha-spending" => IsBeside(i, Near, Intervals),
        "bayesian" or "bayes" => IsBeside(i, Nearer, Models),
        "posterior" => IsBeside(i, 3, "distribution", "distributions", "median", "mean", "probability", "interval", "intervals", "samples"),
        "credible" => IsBeside(i, 1, "interval", "intervals", "limits"),
        "exact" => IsBeside(i, Nearer, Intervals) && IsBeside(i, Near, "hazard", "hazards", "hr", "hrs", "cox"),
        _ => false,
    };

    /// <summary>The same of means, coefficients and correlations, of which "bootstrapping" alone says enough.</summary>
    public bool SaysOtherOfEffects(int i) => SaysOther(i) || tokens[i].Key is "bootstrap" or "bootstrapped" or "bootstrapping" or "bayesian"
        or "credible" or "jackknife" or "newcombe" or "fieller" or "bca"
        || (tokens[i].Key is "profile" or "penalized" or "penalised" or "posterior"
            && IsBeside(i, Nearer, "likelihood", "distribution", "probability", "mean"));

    /// <summary>Exact intervals, of odds ratios, risks and rates.</summary>
    public bool SaysExact(int i) => tokens[i].Key switch
    {
        "exact" => IsBeside(i, Near, Intervals) || IsBeside(i, Near, "logistic", "odds"),
        "cornfield" or "mid-p" or "clopper-pearson" or "miettinen-nurminen" or "nurminen" => true,
        _ => false,
    };

    /// <summary>Standard errors that allow for clusters or for a wrong model: the interval is Wald's, and P may be of another
    /// test.</summary>
    public bool SaysRobust(int i) => tokens[i].Key switch
    {
        "robust" => IsBeside(i, 3, Errors),
        "sandwich" or "sandwich-type" or "heteroscedasticity-consistent" or "empirical" => IsBeside(i, 3, Errors),
        "gee" or "gees" or "huber-white" or "lin-wei" or "cluster-robust" or "cluster-adjusted" or "robust-variance" => true,
        "generalized" or "generalised" => IsBeside(i, 2, "estimating"),
        "modified" => IsBeside(i, 1, "poisson") || IsBeside(i, 2, "poisson"),
        "clustered" => IsBeside(i, 3, "error", "errors", "se", "ses", "variance", "variances", "robust"),
        "clustering" or "clusters" or "cluster" or "intracluster" => IsBeside(
            i, Near, "account", "accounted", "accounting", "adjust", "adjusted", "adjusting", "allow", "allowed", "allowing", "correct",
            "corrected", "robust") && IsBeside(i, 3 * Near, [.. Intervals, .. Ratios, .. Errors]),
        _ => false,
    };

    /// <summary>The same of means, coefficients and correlations, whose standard errors "robust" alone names.</summary>
    public bool SaysRobustOfEffects(int i) => SaysRobust(i) || tokens[i].Key is "robust" or "sandwich";

    /// <summary>Corrections of the degrees of freedom of an F test.</summary>
    public bool SaysCorrectedF(int i) => tokens[i].Key is "greenhouse" or "greenhouse-geisser" or "geisser" or "huynh" or "huynh-feldt"
        or "sphericity" or "mauchly" or "mauchly's" or "kenward-roger" or "satterthwaite" or "box-corrected";

    /// <summary>Whether one of some words stands near.</summary>
    public bool IsBeside(int at, int furthest, params ReadOnlySpan<string> words)
    {
        for (int i = Math.Max(0, at - furthest); i <= Math.Min(tokens.Count - 1, at + furthest); i++)
        {
            if (i != at && words.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }
}
