namespace SurvivalKit;

/// <summary>The kind of a printed number, which decides its digits in every output.</summary>
public enum NumberKind
{
    /// <summary>A count: whole, or with at most two decimals where it is weighted.</summary>
    Count,

    /// <summary>A time, or a requested fraction: at most two decimals, more only where it is small.</summary>
    Time,

    /// <summary>An estimate on its own scale, such as a coefficient or a mean: four significant digits.</summary>
    Estimate,

    /// <summary>A standard error: four significant digits.</summary>
    Error,

    /// <summary>A ratio in a table for print, such as a hazard ratio: two decimals.</summary>
    Ratio,

    /// <summary>A probability of surviving, and its error and limits: four decimals.</summary>
    Probability,

    /// <summary>A concordance or another share of pairs: three decimals.</summary>
    Concordance,

    /// <summary>A log-likelihood: three decimals.</summary>
    LogLikelihood,

    /// <summary>A test statistic: two decimals.</summary>
    Statistic,

    /// <summary>Degrees of freedom: whole, or with two decimals.</summary>
    Freedom,

    /// <summary>A P value: <see cref="PValue.Format"/>.</summary>
    P,

    /// <summary>A P value for comparison with a printed one: five decimals.</summary>
    ExactP,

    /// <summary>A recomputed number beside a printed one: six significant digits.</summary>
    Computed,

    /// <summary>A percentage, without its sign: one decimal.</summary>
    Percent,
}
