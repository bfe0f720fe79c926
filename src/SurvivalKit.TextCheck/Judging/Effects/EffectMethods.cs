namespace SurvivalKit.TextCheck;

/// <summary>What a paper says of its tests and intervals of means, coefficients and correlations.</summary>
internal sealed record EffectMethods
{
    private const int Near = 4;

    /// <summary>Nothing is said.</summary>
    public static EffectMethods None { get; } = new();

    /// <summary>Whether it has tests of ranks or by permutation.</summary>
    public bool HasRankTests { get; private init; }

    /// <summary>Whether P values are corrected for the number of tests.</summary>
    public bool IsCorrected { get; private init; }

    /// <summary>Whether intervals may be by bootstrap, of a profile or Bayesian.</summary>
    public bool HasOtherIntervals { get; private init; }

    /// <summary>Whether values may be computed on another scale and printed on their own.</summary>
    public bool HasOtherScales { get; private init; }

    /// <summary>Whether P values may be of a margin.</summary>
    public bool HasMargins { get; private init; }

    /// <summary>Whether tests may be one-sided.</summary>
    public bool IsOneSided { get; private init; }

    /// <summary>Whether means may be compared within pairs, over time or with covariates.</summary>
    public bool HasModelsOfMeans { get; private init; }

    /// <summary>Whether tests may be those of the likelihood ratio.</summary>
    public bool HasLikelihoodTests { get; private init; }

    /// <summary>Whether standard errors may be robust, or of another model.</summary>
    public bool HasRobustErrors { get; private init; }

    /// <summary>Whether coefficients may be standardised.</summary>
    public bool IsStandardised { get; private init; }

    /// <summary>Whether degrees of freedom may be very few.</summary>
    public bool HasFewDegrees { get; private init; }

    /// <summary>Reads what the paragraphs of a paper say.</summary>
    public static EffectMethods Read(IEnumerable<IReadOnlyList<Token>> paragraphs)
    {
        EffectMethods said = None;
        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            for (int i = 0; i < tokens.Count; i++)
            {
                said = tokens[i].Kind == TokenKind.Word ? said.With(tokens, i) : said;
            }
        }

        return said;
    }

    private EffectMethods With(IReadOnlyList<Token> tokens, int at)
    {
        switch (tokens[at].Key)
        {
            case "wilcoxon" or "mann-whitney" or "mann" or "whitney" or "rank-sum" or "ranksum" or "signed-rank" or "kruskal-wallis"
                or "kruskal" or "nonparametric" or "non-parametric" or "permutation" or "hodges-lehmann" or "hodges" or "u-test"
                or "friedman":
                return this with { HasRankTests = true };
            case "bonferroni" or "bonferroni-corrected" or "bonferroni-adjusted" or "tukey" or "tukey's" or "tukey-kramer" or "holm"
                or "holm-bonferroni" or "hochberg" or "benjamini-hochberg" or "benjamini" or "dunnett" or "dunnett's" or "scheffe"
                or "scheffé"
                or "scheffe's" or "sidak" or "šidák" or "fdr" or "multiplicity" or "post-hoc" or "newman-keuls" or "gatekeeping":
                return this with { IsCorrected = true };
            case "multiple" when IsBeside(tokens, at, "comparison", "comparisons", "testing", "tests"):
            case "false" when IsBeside(tokens, at, "discovery"):
                return this with { IsCorrected = true };
            case "bootstrap" or "bootstrapped" or "bootstrapping" or "bayesian" or "credible" or "jackknife" or "newcombe" or "fieller"
                or "bca"
                or "posterior" when tokens[at].Key != "posterior" || IsBeside(tokens, at, "distribution", "probability", "mean"):
            case "profile" or "penalized" or "penalised" when IsBeside(tokens, at, "likelihood"):
                return this with { HasOtherIntervals = true };
            case "log-transformed" or "ln-transformed" or "log-transformation" or "back-transformed" or "backtransformed" or "geometric"
                or "antilog" or "antilogarithm" or "exponentiated" or "log10" or "log2" or "log-linear" or "loglinear" or "transformed":
            case "logarithm" or "logarithmic" or "logarithmically" or "log" when IsBeside(tokens, at, "transformed", "transformation",
                "scale"):
                return this with { HasOtherScales = true };
            case "noninferiority" or "non-inferiority" or "noninferior" or "non-inferior" or "equivalence" or "bioequivalence":
                return this with { HasMargins = true };
            case "one-sided" or "one-tailed" or "one-tail" or "1-sided" or "1-tailed":
            case "sided" or "tailed" when at > 1 && tokens[at - 1].Key == "-" && tokens[at - 2].Number is { Value: 1, Decimals: 0 }
                && tokens[at - 2].Kind == TokenKind.Number:
                return this with { IsOneSided = true };
            case "paired" or "ancova" or "manova" or "covariance" or "repeated-measures" or "within-subject" or "within-patient"
                or "crossover" or "cross-over" or "mmrm" or "gee" or "matched" or "within-group":
            case "repeated" when IsBeside(tokens, at, "measures", "measurements", "measure"):
            case "mixed" when IsBeside(tokens, at, "model", "models", "effects", "linear"):
            case "generalized" or "generalised" when IsBeside(tokens, at, "estimating"):
                return (this with { HasModelsOfMeans = true }).WithFew(tokens[at].Key);
            case "likelihood-ratio" or "lrt":
            case "likelihood" when IsBeside(tokens, at, "ratio"):
            case "score" when IsBeside(tokens, at, "test"):
                return this with { HasLikelihoodTests = true };
            case "robust" or "sandwich" or "huber-white":
                return this with { HasRobustErrors = true };
            case "standardized" or "standardised" when IsBeside(tokens, at, "coefficient", "coefficients", "β", "beta", "betas",
                "regression",
                "estimate", "estimates", "predictors"):
                return this with { IsStandardised = true };
            case "kenward-roger" or "satterthwaite":
                return this with { HasFewDegrees = true };
            default:
                return this;
        }
    }

    private EffectMethods WithFew(string key) => key is "mixed" or "crossover" or "cross-over" ? this with { HasFewDegrees = true } : this;

    private static bool IsBeside(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> words)
    {
        for (int i = Math.Max(0, at - Near); i <= Math.Min(tokens.Count - 1, at + Near); i++)
        {
            if (words.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }
}
