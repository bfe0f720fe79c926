namespace SurvivalKit.Cli;

/// <summary>What the verdicts mean, for the reader of the report.</summary>
internal static class VerdictWords
{
    public static string Explanation(Verdict verdict) => verdict switch
    {
        Verdict.Recomputed => "It follows from other printed numbers.",
        Verdict.MatchesCohort => "Other printed numbers leave it open; the synthetic cohort gives it, at the printed decimals.",
        Verdict.Rounding => "It follows under another rule of rounding than half up.",
        Verdict.Inconsistent => "No reading was found under which it holds together with other printed numbers.",
        Verdict.Unreachable => "The joint search for a cohort came no nearer than the number shown.",
        Verdict.NotCheckable => "No other printed number determines it, or no column could hold it.",
        _ => "",
    };
}
