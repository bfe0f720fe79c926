namespace SurvivalKit;

/// <summary>How a fit ended.</summary>
public enum FitStatus
{
    /// <summary>The likelihood has its maximum where the fit stopped.</summary>
    Converged,

    /// <summary>The likelihood has no maximum: it rises for ever as the coefficients at fault go to infinity. The others, their errors, the
    /// tests, residuals and predictions are those of the limit (Geyer 2009), where the rows that the separation rules out of a risk set
    /// are not in it; a coefficient at fault is shown as far as a finite fit would go, with an infinite standard error.</summary>
    Separation,

    /// <summary>A column is constant or a combination of those before it in every risk set; its coefficient is not estimable, and the model
    /// is that without it.</summary>
    Singular,

    /// <summary>No event was observed: nothing can be estimated.</summary>
    NoEvents,

    /// <summary>The fit stopped at the largest number of iterations.</summary>
    IterationLimit,
}
