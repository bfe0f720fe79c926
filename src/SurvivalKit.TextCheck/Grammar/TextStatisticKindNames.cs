namespace SurvivalKit.TextCheck;

/// <summary>The names of kinds of statistics, in files and for readers.</summary>
public static class TextStatisticKindNames
{
    /// <summary>The name in JSON: <c>hazard-ratio</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string ToName(this TextStatisticKind kind) => kind switch
    {
        TextStatisticKind.HazardRatio => "hazard-ratio",
        TextStatisticKind.OddsRatio => "odds-ratio",
        TextStatisticKind.RelativeRisk => "relative-risk",
        TextStatisticKind.RateRatio => "rate-ratio",
        TextStatisticKind.Count => "count",
        TextStatisticKind.MeanSd => "mean-sd",
        TextStatisticKind.Median => "median",
        TextStatisticKind.Estimate => "estimate",
        TextStatisticKind.Difference => "difference",
        TextStatisticKind.Coefficient => "coefficient",
        TextStatisticKind.Correlation => "correlation",
        TextStatisticKind.ChiSquare => "chi-square",
        TextStatisticKind.StudentT => "t",
        TextStatisticKind.Normal => "z",
        TextStatisticKind.FRatio => "f",
        TextStatisticKind.PValue => "p-value",
        TextStatisticKind.SurvivalRate => "survival-rate",
        TextStatisticKind.ParticipantFlow => "participant-flow",
        _ => "unread",
    };

    /// <summary>Whether it is a ratio with an interval that is symmetrical on the log scale.</summary>
    internal static bool IsRatio(this TextStatisticKind kind) =>
        kind is TextStatisticKind.HazardRatio or TextStatisticKind.OddsRatio or TextStatisticKind.RelativeRisk
            or TextStatisticKind.RateRatio;
}
