namespace SurvivalKit.Published;

/// <summary>The names of kinds of statistics, in files and for readers.</summary>
public static class StatisticKindNames
{
    /// <summary>The name in JSON: <c>hazard-ratio</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string ToName(this StatisticKind kind) => kind switch
    {
        StatisticKind.HazardRatio => "hazard-ratio",
        StatisticKind.OddsRatio => "odds-ratio",
        StatisticKind.RelativeRisk => "relative-risk",
        StatisticKind.RateRatio => "rate-ratio",
        StatisticKind.Count => "count",
        StatisticKind.MeanSd => "mean-sd",
        StatisticKind.Median => "median",
        StatisticKind.Estimate => "estimate",
        StatisticKind.ChiSquare => "chi-square",
        StatisticKind.StudentT => "t",
        StatisticKind.Normal => "z",
        StatisticKind.FRatio => "f",
        StatisticKind.PValue => "p-value",
        _ => "unread",
    };

    /// <summary>Whether it is a ratio with an interval that is symmetrical on the log scale.</summary>
    internal static bool IsRatio(this StatisticKind kind) =>
        kind is StatisticKind.HazardRatio or StatisticKind.OddsRatio or StatisticKind.RelativeRisk or StatisticKind.RateRatio;
}
