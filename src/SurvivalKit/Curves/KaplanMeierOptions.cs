namespace SurvivalKit;

/// <summary>The options of a Kaplan-Meier fit.</summary>
public sealed record KaplanMeierOptions
{
    /// <summary>The scale of the pointwise intervals; default: <see cref="ConfidenceType.Log"/>, as in R.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether standard errors are robust: those of the infinitesimal jackknife, in which each observation (or cluster) is one
    /// sampling unit whatever its weight; default: R's rule, which is robust with clusters, and where a weight is not a whole
    /// number.</summary>
    /// <remarks>Greenwood's error treats a weight of 3 as 3 independent observations. Sampling or propensity weights are not such counts,
    /// and rows of one person are not independent: these need robust errors. The restricted mean's error is Greenwood's in any case, as in
    /// R.</remarks>
    public bool? Robust { get; init; }

    /// <summary>Product limit or exp(-cumulative hazard); default: the product limit, which is Kaplan and
    /// Meier's. R's <c>stype</c>.</summary>
    public SurvivalMethod SurvivalMethod { get; init; } = SurvivalMethod.ProductLimit;

    /// <summary>How tied events add to the cumulative hazard; default: d/n, which is Nelson and Aalen's. R's <c>ctype</c>.</summary>
    public HazardMethod HazardMethod { get; init; } = HazardMethod.NelsonAalen;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
