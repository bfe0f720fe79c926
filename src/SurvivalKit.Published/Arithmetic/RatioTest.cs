namespace SurvivalKit.Published;

/// <summary>The test that the P value beside a ratio is said to be of.</summary>
public enum RatioTest
{
    /// <summary>Not said: Wald's, or a test of the same comparison.</summary>
    Unknown,

    /// <summary>Wald's test of the coefficient, which programs print beside its interval.</summary>
    Wald,

    /// <summary>The log-rank test, which is the score test of the Cox model.</summary>
    LogRank,
}
