namespace SurvivalKit.Published;

/// <summary>Which time is the median of a Kaplan-Meier curve. The conventions differ only where the curve is flat at exactly one
/// half.</summary>
public enum MedianReading
{
    /// <summary>The middle of the flat part, as in R.</summary>
    Midpoint,

    /// <summary>The first time at which the curve is at one half or below, as in SPSS and Stata.</summary>
    First,

    /// <summary>The first time at which the curve is below one half.</summary>
    Below,
}
