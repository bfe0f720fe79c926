namespace SurvivalKit;

/// <summary>The scale on which a confidence interval of a cumulative hazard is symmetric.</summary>
public enum HazardConfidenceType
{
    /// <summary>log H(t): the default; the lower limit stays positive (Klein and Moeschberger 2003, section 4.3; Stata's).</summary>
    Log,

    /// <summary>H(t) itself; the lower limit is cut at 0.</summary>
    Plain,
}
