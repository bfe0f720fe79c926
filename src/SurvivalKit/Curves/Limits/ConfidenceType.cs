namespace SurvivalKit;

/// <summary>The scale on which a confidence interval of a survival probability is symmetric; R's <c>conf.type</c>.</summary>
public enum ConfidenceType
{
    /// <summary>log S(t): the default, as in R; the lower limit stays positive, the upper one is cut at 1.</summary>
    Log,

    /// <summary>S(t) itself; both limits are cut at 0 and 1.</summary>
    Plain,

    /// <summary>log(-log S(t)), the default of SAS; always within 0 and 1.</summary>
    LogLog,

    /// <summary>logit S(t); always within 0 and 1.</summary>
    Logit,

    /// <summary>arcsin of the square root of S(t); always within 0 and 1.</summary>
    Arcsine,
}
