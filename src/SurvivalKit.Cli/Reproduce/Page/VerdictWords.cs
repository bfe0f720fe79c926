using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>What the verdicts mean, for the reader of the report.</summary>
internal static class VerdictWords
{
    public const string None = "no-verdict";

    public static string Explanation(Verdict verdict) => verdict switch
    {
        Verdict.Recomputed => "It follows from other printed numbers.",
        Verdict.MatchesCohort => "The cohort gives it, at the printed decimals.",
        Verdict.Rounding => "The cohort gives it under another rule of rounding.",
        Verdict.Differs => "The cohort gives another number.",
        Verdict.Inconsistent => "No data at all can give it together with other printed numbers.",
        Verdict.Unreachable => "A search for a cohort that gives it came no nearer.",
        Verdict.NotCheckable => "Nothing could be computed to compare it with.",
        _ => "",
    };
}
