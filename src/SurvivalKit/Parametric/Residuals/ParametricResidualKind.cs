namespace SurvivalKit;

/// <summary>The kinds of residuals of a parametric regression, as in R's <c>residuals.survreg</c>.</summary>
public enum ParametricResidualKind
{
    /// <summary>The time less that of the linear predictor, in the unit of the data; of an interval its most likely place takes the place
    /// of the time. Not for Gompertz, pieces and splines.</summary>
    Response,

    /// <summary>The signed root of twice what the row's log-likelihood is below its greatest for any predictor. Not for Gompertz, pieces
    /// and splines.</summary>
    Deviance,

    /// <summary>The step that Newton's method would make of the linear predictor for this row alone.</summary>
    Working,

    /// <summary>About how far each parameter moves when the row is left out.</summary>
    DfBeta,

    /// <summary>The likelihood displacement: about twice what the log-likelihood changes when the row is left out (Escobar and Meeker
    /// 1992).</summary>
    LdCase,

    /// <summary>The cumulative hazard at the row's time, from its start; of an interval at its upper end, or at its lower one where it has
    /// no upper.</summary>
    CoxSnell,
}
