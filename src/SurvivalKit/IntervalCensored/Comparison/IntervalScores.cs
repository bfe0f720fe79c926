namespace SurvivalKit;

/// <summary>Which scores compare groups of interval-censored times.</summary>
public enum IntervalScores
{
    /// <summary>Those of Sun (1996), in which the cumulative hazard is the sum of the masses over the parts still alive; with
    /// right-censored times they are those of the log-rank test.</summary>
    Sun,

    /// <summary>Those of Finkelstein (1986), the score test of proportional hazards, in which the cumulative hazard is -log S.</summary>
    Finkelstein,
}
