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

    /// <summary>What the verdict says of a printed number, in a sentence.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Meaning(this Verdict verdict) => verdict switch
    {
        Verdict.Recomputed => "It follows from other printed numbers.",
        Verdict.MatchesCohort => "Other printed numbers leave it open; the synthetic cohort gives it, at the printed decimals.",
        Verdict.Rounding => "It follows under another rule of rounding than half up.",
        Verdict.Differs => "The synthetic cohort gives another number.",
        Verdict.Inconsistent => "No reading was found under which it holds together with other printed numbers.",
        Verdict.Unreachable => "The joint search for a cohort came no nearer than the number shown.",
        Verdict.NotCheckable => "No other printed number determines it, or no column could hold it.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
    };
}
