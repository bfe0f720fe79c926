namespace SurvivalKit.Published;

/// <summary>The findings that the checks of sums have in common.</summary>
internal static class SumFindings
{
    public static AuditFinding Recomputed(Claim claim, double computed, string method, string sentence) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.Recomputed, sentence) with { Computed = computed, Method = method };

    public static AuditFinding Inconsistent(Claim claim, double computed, string witness) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.Inconsistent, witness) with { Computed = computed, Witness = witness };

    /// <summary>Said of a number that is part of a sum which does not hold; the total has the verdict.</summary>
    public static AuditFinding Part(Claim claim, string sentence) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.NotCheckable, sentence) with { IsAlwaysSaid = true };

    public static AuditFinding Agrees(Claim claim, string sentence) => AuditFinding.Of(claim, AuditCheck.Sum, Verdict.NotCheckable, sentence);
}
