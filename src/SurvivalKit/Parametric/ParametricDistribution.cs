namespace SurvivalKit;

/// <summary>The distribution of the time in a parametric regression.</summary>
/// <remarks>Those down to <see cref="ExtremeValue"/> are locations and scales, as in R's <c>survreg</c>: log time (or time) = linear
/// predictor + scale times an error. The others are as in R's package flexsurv; each stratum has shapes of its own, and the intercept is
/// common.</remarks>
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

    /// <summary>Generalised gamma (Prentice 1974): log time = linear predictor + scale times an error of shape Q. Q = 0 is log-normal, Q =
    /// 1 Weibull, Q = scale gamma.</summary>
    GeneralizedGamma,

    /// <summary>Generalised F (Prentice 1975): log time = linear predictor + scale times an error of shapes Q and P. P = 0 is the
    /// generalised gamma, Q = 0 and P = 1 log-logistic.</summary>
    GeneralizedF,

    /// <summary>Piecewise exponential: hazard = exp(linear predictor), times a factor in each piece of time after the first:
    /// <see cref="ParametricOptions.Cuts"/>.</summary>
    PiecewiseExponential,

    /// <summary>Royston and Parmar's (2002) spline of the log cumulative hazard over log time: proportional hazards.</summary>
    SplineHazard,

    /// <summary>Royston and Parmar's spline of the log cumulative odds: proportional odds.</summary>
    SplineOdds,

    /// <summary>Royston and Parmar's spline of the normal deviate of the part that has had the event.</summary>
    SplineNormal,
}
