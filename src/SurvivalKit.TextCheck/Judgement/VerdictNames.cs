namespace SurvivalKit.TextCheck;

/// <summary>The names of verdicts in files and on pages.</summary>
public static class VerdictNames
{
    private static readonly (Verdict Verdict, string Name)[] Names =
    [
        (Verdict.Recomputed, "recomputed"),
        (Verdict.MatchesCohort, "matches-cohort"),
        (Verdict.Rounding, "rounding"),
        (Verdict.Differs, "differs"),
        (Verdict.Inconsistent, "inconsistent"),
        (Verdict.Unreachable, "unreachable"),
        (Verdict.NotCheckable, "not-checkable"),
    ];

    /// <summary>The verdict's name: <c>matches-cohort</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string ToName(this Verdict verdict) => Array.Find(Names, pair => pair.Verdict == verdict).Name;
}
