namespace SurvivalKit;

/// <summary>The distribution that a test statistic refers to.</summary>
public enum StatisticKind
{
    /// <summary>Chi-square, with degrees of freedom.</summary>
    ChiSquare,

    /// <summary>Student's t, with degrees of freedom.</summary>
    T,

    /// <summary>The standard normal.</summary>
    Z,

    /// <summary>F, with degrees of freedom of numerator and denominator.</summary>
    F,
}
