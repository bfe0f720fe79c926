namespace SurvivalKit;

/// <summary>The distribution of the time in a parametric regression.</summary>
/// <remarks>All but Gompertz's are locations and scales, as in R's <c>survreg</c>: log time (or time) = linear predictor + scale times an
/// error. Gompertz's is a proportional-hazards model, as in flexsurv.</remarks>
public enum ParametricDistribution
{
    /// <summary>Constant hazard: log time = linear predictor + extreme-value error; the scale is 1.</summary>
    Exponential,

    /// <summary>Weibull: log time = linear predictor + scale times an extreme-value error; the usual shape is 1 / scale.</summary>
    Weibull,

    /// <summary>Rayleigh: Weibull with the scale 1/2.</summary>
    Rayleigh,

    /// <summary>Log-normal: log time = linear predictor + scale times a normal error.</summary>
    LogNormal,

    /// <summary>Log-logistic: log time = linear predictor + scale times a logistic error.</summary>
    LogLogistic,

    /// <summary>Normal: time itself = linear predictor + scale times a normal error.</summary>
    Gaussian,

    /// <summary>Logistic: time itself = linear predictor + scale times a logistic error.</summary>
    Logistic,

    /// <summary>Smallest extreme value: time itself = linear predictor + scale times an extreme-value error.</summary>
    ExtremeValue,

    /// <summary>Gompertz: hazard = exp(linear predictor + shape times time).</summary>
    Gompertz,
}
