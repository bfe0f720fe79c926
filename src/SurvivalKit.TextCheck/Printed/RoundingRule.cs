namespace SurvivalKit.TextCheck;

/// <summary>How a number is rounded to its printed decimals.</summary>
public enum RoundingRule
{
    /// <summary>To the nearest, a half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest, a half to the even neighbour.</summary>
    HalfEven,

    /// <summary>The further decimals are cut off.</summary>
    Truncation,
}
