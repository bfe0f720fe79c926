namespace SurvivalKit.TextCheck;

/// <summary>The verdict on a printed number. The words are neutral: they state what could be recomputed.</summary>
public enum Verdict
{
    /// <summary>It follows from other printed numbers: <c>recomputed</c>.</summary>
    Recomputed,

    /// <summary>The cohort gives it, at the printed decimals: <c>matches-cohort</c>.</summary>
    MatchesCohort,

    /// <summary>It follows, or the cohort gives it, only under another rule of rounding than half up: <c>rounding</c>.</summary>
    Rounding,

    /// <summary>The cohort gives another number: <c>differs</c>. A comparison only, never the verdict of an audit.</summary>
    Differs,

    /// <summary>No data can give it together with other printed numbers: <c>inconsistent</c>.</summary>
    Inconsistent,

    /// <summary>A search for a cohort did not reach it: <c>unreachable</c>.</summary>
    Unreachable,

    /// <summary>Nothing could be computed to compare it with: <c>not-checkable</c>.</summary>
    NotCheckable,
}
