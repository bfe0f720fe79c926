namespace SurvivalKit.Published;

/// <summary>What a printed number is checked against.</summary>
public enum AuditCheck
{
    /// <summary>A percentage against its count and the possible denominators.</summary>
    Percentage,

    /// <summary>A total against its parts.</summary>
    Sum,

    /// <summary>A mean or a standard deviation against those of the arms, the range, and what whole numbers can give.</summary>
    MeanAndSpread,

    /// <summary>A P value against the tests that the printed counts, means and standard deviations allow.</summary>
    PValue,

    /// <summary>A hazard ratio, its interval and its P value against each other.</summary>
    HazardRatio,

    /// <summary>Medians and ranges against those of the arms and of the other endpoints.</summary>
    MedianAndRange,

    /// <summary>The same quantity in two places.</summary>
    Duplicate,

    /// <summary>A cohort of patients.</summary>
    Cohort,
}
