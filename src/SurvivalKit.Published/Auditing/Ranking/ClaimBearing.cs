namespace SurvivalKit.Published;

/// <summary>What a printed number that contradicts others touches, the gravest first.</summary>
public enum ClaimBearing
{
    /// <summary>A number that the abstract or the discussion argues with, or a P value or an interval that is on the other side of
    /// significance: <c>conclusion</c>.</summary>
    Conclusion,

    /// <summary>A number of an endpoint, or of an outcome that the abstract reports: <c>main result</c>.</summary>
    MainResult,

    /// <summary>Any other number: <c>table entry</c>.</summary>
    TableEntry,

    /// <summary>A number other than of the first two that is less than two units of its last digit away: <c>rounding</c>.</summary>
    Rounding,
}
