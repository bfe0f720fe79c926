namespace SurvivalKit.TextCheck;

/// <summary>What can be said of a printed number. The words are neutral: they say what could be recomputed, and blame nobody.</summary>
public enum Verdict
{
    /// <summary>It follows from other printed numbers: <c>recomputed</c>.</summary>
    Recomputed,

    /// <summary>The cohort gives it, at the printed decimals: <c>matches-cohort</c>.</summary>
    MatchesCohort,

    /// <summary>It follows, or the cohort gives it, under another rule of rounding than half up only: <c>rounding</c>.</summary>
    Rounding,

    /// <summary>The cohort gives another number: <c>differs</c>. A comparison only, never the verdict of an audit.</summary>
    Differs,

    /// <summary>No data at all can give it together with other printed numbers: <c>inconsistent</c>.</summary>
    Inconsistent,

    /// <summary>A search for a cohort that gives it came no nearer: <c>unreachable</c>.</summary>
    Unreachable,

    /// <summary>Nothing could be computed to compare it with: <c>not-checkable</c>.</summary>
    NotCheckable,
}
