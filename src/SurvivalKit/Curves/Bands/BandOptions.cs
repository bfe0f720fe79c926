namespace SurvivalKit;

/// <summary>The options of a confidence band.</summary>
public sealed record BandOptions
{
    /// <summary>The time from which the band holds; default: the first event.</summary>
    public double? From { get; init; }

    /// <summary>The time up to which the band holds; default: the last event that leaves the curve above 0.</summary>
    public double? To { get; init; }

    /// <summary>The scale of the band; default: that of the fit. Klein and Moeschberger's "log" is
    /// <see cref="SurvivalKit.ConfidenceType.LogLog"/>; they
    /// advise it, or <see cref="SurvivalKit.ConfidenceType.Arcsine"/>, for small samples.</summary>
    public ConfidenceType? ConfidenceType { get; init; }

    /// <summary>The probability with which the whole curve lies in the band; default: the confidence level of the fit.</summary>
    public double? Level { get; init; }
}
