namespace SurvivalKit.Published;

/// <summary>A test between the arms.</summary>
public enum ArmTest
{
    /// <summary>Student's t test, variances taken as equal.</summary>
    StudentT,

    /// <summary>Welch's t test.</summary>
    WelchT,

    /// <summary>Pearson's chi-square test without a correction.</summary>
    ChiSquare,

    /// <summary>The chi-square test with Yates's correction.</summary>
    ChiSquareYates,

    /// <summary>Fisher's exact test, two-sided.</summary>
    Fisher,

    /// <summary>The log-rank test.</summary>
    LogRank,
}
