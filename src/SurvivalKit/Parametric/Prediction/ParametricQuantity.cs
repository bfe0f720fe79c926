namespace SurvivalKit;

/// <summary>What a parametric regression predicts.</summary>
public enum ParametricQuantity
{
    /// <summary>The probability of living longer than a time; limits on the complementary log-log scale.</summary>
    Survival,

    /// <summary>The hazard at a time, per unit of time; limits on the log scale.</summary>
    Hazard,

    /// <summary>The cumulative hazard at a time; limits on the log scale.</summary>
    CumulativeHazard,

    /// <summary>The time by which a part of the subjects, 0.5 for the median, has had the event; limits on the log scale, or plain where
    /// time itself is modelled.</summary>
    Quantile,

    /// <summary>The mean time lived until a time: the area under the survival from 0 to it; plain limits.</summary>
    RestrictedMean,
}
