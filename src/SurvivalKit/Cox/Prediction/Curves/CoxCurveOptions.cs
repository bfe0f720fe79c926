namespace SurvivalKit;

/// <summary>The options of survival curves that a Cox model predicts.</summary>
public sealed record CoxCurveOptions
{
    /// <summary>The scale on which intervals of the survival are symmetric; default: <see cref="ConfidenceType.Log"/>, as in R.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: that of the fit.</summary>
    public double? Level { get; init; }
}
