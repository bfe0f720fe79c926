namespace SurvivalKit;

/// <summary>The time scale on which the test of proportional hazards tests for a trend of the coefficients; as in R's
/// <c>cox.zph</c>.</summary>
public enum TimeTransform
{
    /// <summary>1 - S(t-) by the Kaplan-Meier curve of all observations, without weights or strata: a few late events do not dominate the
    /// test.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,

    /// <summary>The rank of the time among the times of all observations, events or not; tied times share their mean rank.</summary>
    Rank,

    /// <summary>The natural logarithm of time.</summary>
    Log,
}
