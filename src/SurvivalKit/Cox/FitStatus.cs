namespace SurvivalKit;

/// <summary>How a fit ended.</summary>
public enum FitStatus
{
    /// <summary>The likelihood has its maximum where the fit stopped.</summary>
    Converged,

    /// <summary>The likelihood has no maximum: it keeps growing as a coefficient goes to infinity.</summary>
    Separation,

    /// <summary>A column is constant or a combination of those before it; its coefficient is not estimable, the others are.</summary>
    Singular,

    /// <summary>No event was observed: nothing can be estimated.</summary>
    NoEvents,

    /// <summary>The fit stopped at the largest number of iterations.</summary>
    IterationLimit,
}
