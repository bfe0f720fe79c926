namespace SurvivalKit.Published;

/// <summary>What the numbers of a cell are.</summary>
internal enum CellKind
{
    /// <summary>A count, a percentage, or both.</summary>
    Count,

    /// <summary>Two counts with a stroke between.</summary>
    Pair,

    /// <summary>A mean with or without its standard deviation.</summary>
    MeanSd,

    /// <summary>A median with or without a standard deviation.</summary>
    MedianSd,

    /// <summary>A mean with the least and the greatest value.</summary>
    MeanRange,

    /// <summary>A median with the least and the greatest value.</summary>
    MedianRange,

    /// <summary>A hazard ratio with its interval.</summary>
    HazardRatio,
}
