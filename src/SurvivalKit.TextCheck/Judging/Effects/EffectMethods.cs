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
            var words = new MethodWords(tokens);
            for (int i = 0; i < tokens.Count; i++)
            {
                said = tokens[i].Kind == TokenKind.Word ? said.With(words, tokens, i) : said;
            }
        }

        return said;
    }

    private EffectMethods With(MethodWords words, IReadOnlyList<Token> tokens, int at)
    {
        bool isOther = !HasOtherIntervals && words.SaysOtherOfEffects(at);
        bool isRobust = !HasRobustErrors && words.SaysRobustOfEffects(at);
        EffectMethods said = !isOther && !isRobust ? this : this with
        {
            HasOtherIntervals = HasOtherIntervals || isOther,
            HasRobustErrors = HasRobustErrors || isRobust,
        };
        return said.WithTests(words, tokens, at);
    }

    private EffectMethods WithTests(MethodWords words, IReadOnlyList<Token> tokens, int at)
    {
        switch (tokens[at].Key)
        {
            case "wilcoxon" or "mann-whitney" or "mann" or "whitney" or "rank-sum" or "ranksum" or "signed-rank" or "kruskal-wallis"
                or "kruskal" or "nonparametric" or "non-parametric" or "permutation" or "hodges-lehmann" or "hodges" or "u-test"
                or "friedman":
                return this with { HasRankTests = true };
            case "bonferroni" or "bonferroni-corrected" or "bonferroni-adjusted" or "tukey" or "tukey's" or "tukey-kramer" or "holm"
                or "holm-bonferroni" or "hochberg" or "benjamini-hochberg" or "benjamini" or "dunnett" or "dunnett's" or "scheffe"
                or "scheffé" or "scheffe's" or "sidak" or "šidák" or "fdr" or "multiplicity" or "post-hoc" or "newman-keuls"
                or "gatekeeping":
                return this with { IsCorrected = true };
            case "multiple" when words.IsBeside(at, Near, "comparison", "comparisons", "testing", "tests"):
            case "false" when words.IsBeside(at, Near, "discovery"):
                return this with { IsCorrected = true };
            case "log-transformed" or "ln-transformed" or "log-transformation" or "back-transformed" or "backtransformed" or "geometric"
                or "antilog" or "antilogarithm" or "exponentiated" or "log10" or "log2" or "log-linear" or "loglinear" or "transformed":
            case "logarithm" or "logarithmic" or "logarithmically" or "log"
                when words.IsBeside(at, Near, "transformed", "transformation", "scale"):
                return this with { HasOtherScales = true };
            case "noninferiority" or "non-inferiority" or "noninferior" or "non-inferior" or "equivalence" or "bioequivalence":
                return this with { HasMargins = true };
            case "one-sided" or "one-tailed" or "one-tail" or "1-sided" or "1-tailed":
            case "sided" or "tailed" when at > 1 && tokens[at - 1].Key == "-" && tokens[at - 2].Number is { Value: 1, Decimals: 0 }
                && tokens[at - 2].Kind == TokenKind.Number:
                return this with { IsOneSided = true };
            case "paired" or "ancova" or "manova" or "covariance" or "repeated-measures" or "within-subject" or "within-patient"
                or "crossover" or "cross-over" or "mmrm" or "gee" or "matched" or "within-group":
            case "repeated" when words.IsBeside(at, Near, "measures", "measurements", "measure"):
            case "mixed" when words.IsBeside(at, Near, "model", "models", "effects", "linear"):
            case "generalized" or "generalised" when words.IsBeside(at, Near, "estimating"):
                return (this with { HasModelsOfMeans = true }).WithFew(tokens[at].Key);
            case "likelihood-ratio" or "lrt":
            case "likelihood" when words.IsBeside(at, Near, "ratio"):
            case "score" when words.IsBeside(at, Near, "test"):
                return this with { HasLikelihoodTests = true };
            case "standardized" or "standardised" when words.IsBeside(
                at, Near, "coefficient", "coefficients", "β", "beta", "betas", "regression", "estimate", "estimates", "predictors"):
                return this with { IsStandardised = true };
            case "kenward-roger" or "satterthwaite":
                return this with { HasFewDegrees = true };
            default:
                return this;
        }
    }

    private EffectMethods WithFew(string key) => key is "mixed" or "crossover" or "cross-over" ? this with { HasFewDegrees = true } : this;
}
