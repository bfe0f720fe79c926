namespace SurvivalKit;

/// <summary>The residuals of a Cox model (Therneau and Grambsch 2000, chapters 4 to 7); each is R's
/// <c>residuals.coxph</c> of the same name.</summary>
public enum CoxResidualKind
{
    /// <summary>One value an observation: its events minus its expected events, without its case weight.</summary>
    Martingale,

    /// <summary>One value an observation: the martingale residual made more symmetric, the root of its contribution to the deviance, with
    /// the sign of the residual.</summary>
    Deviance,

    /// <summary>One value an observation: its expected events, that is its cumulative hazard over its time at risk; the event minus the
    /// martingale residual (Cox and Snell 1968).</summary>
    CoxSnell,

    /// <summary>Observations x coefficients: each observation's contribution to the score, without its case weight. With the weights, each
    /// column sums to 0 at the estimates.</summary>
    Score,

    /// <summary>Events x coefficients, by stratum and time: the covariates of an event minus their weighted mean over the risk set, without
    /// its case weight (Schoenfeld 1982).</summary>
    Schoenfeld,

    /// <summary>Events x coefficients: the Schoenfeld residuals times the covariance of the estimates and the number of events, plus the
    /// coefficients. A trend of them over time shows a coefficient that changes (Grambsch and Therneau 1994).</summary>
    ScaledSchoenfeld,

    /// <summary>Observations x coefficients: about how much each coefficient would fall if the observation were
    /// left out; case weights included. Not a number for a coefficient that is not estimable.</summary>
    DfBeta,

    /// <summary>DfBeta divided by standard errors of the model (not robust ones).</summary>
    DfBetas,
}
