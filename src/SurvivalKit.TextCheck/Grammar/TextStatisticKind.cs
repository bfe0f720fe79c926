namespace SurvivalKit.TextCheck;

/// <summary>What kind of statistic a text prints.</summary>
public enum TextStatisticKind
{
    /// <summary>A hazard ratio, adjusted or not, also of subdistributions: <c>hazard-ratio</c>.</summary>
    HazardRatio,

    /// <summary>An odds ratio: <c>odds-ratio</c>.</summary>
    OddsRatio,

    /// <summary>A relative risk (risk ratio): <c>relative-risk</c>.</summary>
    RelativeRisk,

    /// <summary>A ratio of rates: <c>rate-ratio</c>.</summary>
    RateRatio,

    /// <summary>A count with its percentage, with or without its denominator: <c>count</c>.</summary>
    Count,

    /// <summary>A mean with its standard deviation: <c>mean-sd</c>.</summary>
    MeanSd,

    /// <summary>A median with its interval, its quartiles or its range: <c>median</c>.</summary>
    Median,

    /// <summary>Another number with its confidence interval or range: <c>estimate</c>.</summary>
    Estimate,

    /// <summary>A chi-square statistic: <c>chi-square</c>.</summary>
    ChiSquare,

    /// <summary>Student's t: <c>t</c>.</summary>
    StudentT,

    /// <summary>A standard normal statistic: <c>z</c>.</summary>
    Normal,

    /// <summary>A ratio of variances: <c>f</c>.</summary>
    FRatio,

    /// <summary>A P value that stands alone, or that of a table's row: <c>p-value</c>.</summary>
    PValue,

    /// <summary>Text that looks like a statistic and could not be read: <c>unread</c>.</summary>
    Unread,

    /// <summary>A difference of means, medians or percentages with its interval or standard error: <c>difference</c>.</summary>
    Difference,

    /// <summary>A coefficient of a regression with its interval or standard error: <c>coefficient</c>.</summary>
    Coefficient,

    /// <summary>A correlation with its interval, or with the number of pairs: <c>correlation</c>.</summary>
    Correlation,

    /// <summary>A survival rate, or several of one group over time: <c>survival-rate</c>.</summary>
    SurvivalRate,

    /// <summary>The numbers of participants from screening to analysis: <c>participant-flow</c>.</summary>
    ParticipantFlow,
}
