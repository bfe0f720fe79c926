namespace SurvivalKit;

/// <summary>The options of absolute risks.</summary>
public sealed record AbsoluteRiskOptions
{
    /// <summary>The scale on which the intervals are symmetric; default: <see cref="ConfidenceType.LogLog"/>, which keeps them between 0
    /// and 1.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.LogLog;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: that of the fit.</summary>
    public double? Level { get; init; }
}
