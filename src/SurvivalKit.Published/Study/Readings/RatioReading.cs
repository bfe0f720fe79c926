namespace SurvivalKit.Published;

/// <summary>How a hazard ratio of two arms that is printed beside their curves and a log-rank P was computed.</summary>
/// <remarks>O and E are the events of an arm, observed and expected by the log-rank test of the two arms; V is the variance of O1 - E1, 1
/// being the arm and 0 the reference.</remarks>
public enum RatioReading
{
    /// <summary>By a Cox model of the arm alone, with Wald's interval.</summary>
    Cox,

    /// <summary>By the log-rank test: (O1/E1)/(O0/E0), its logarithm with the variance 1/E1 + 1/E0 (Pike 1972).</summary>
    LogRank,

    /// <summary>Peto's: exp((O1 - E1)/V), its logarithm with the variance 1/V (Yusuf, Peto et al. 1985); some programs call it
    /// Mantel-Haenszel.</summary>
    Peto,

    /// <summary>The Mantel-Haenszel rate ratio over the event times, sum(d1 n0/n) / sum(d0 n1/n), its logarithm with the variance
    /// sum(d n1 n0/n²) / (sum(d1 n0/n) sum(d0 n1/n)) (Greenland and Robins 1985).</summary>
    MantelHaenszel,
}
