namespace SurvivalKit;

/// <summary>How survival is estimated; R's <c>stype</c>.</summary>
public enum SurvivalMethod
{
    /// <summary>The product limit of Kaplan and Meier (1958), the product of 1 - d/n over the times, with Greenwood's variance: the
    /// default. R's <c>stype = 1</c>.</summary>
    ProductLimit,

    /// <summary>exp(-H), where H is the cumulative hazard, with the variance of H (Breslow; Fleming and Harrington 1984): always above 0.
    /// R's <c>stype = 2</c>.</summary>
    Exponential,
}
