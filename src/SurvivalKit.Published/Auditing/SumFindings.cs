namespace SurvivalKit.Published;

/// <summary>The findings that the checks of sums share.</summary>
internal static class SumFindings
{
    public static AuditFinding Recomputed(Claim claim, double computed, string method, string sentence) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.Recomputed, sentence) with { Computed = computed, Method = method };

    public static AuditFinding Inconsistent(Claim claim, double computed, string witness) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.Inconsistent, witness) with { Computed = computed, Witness = witness };

    /// <summary>The finding for a number that is part of an inconsistent sum; the total has the verdict.</summary>
    public static AuditFinding Part(Claim claim, string sentence) =>
        AuditFinding.Of(claim, AuditCheck.Sum, Verdict.NotCheckable, sentence) with { IsAlwaysSaid = true };

    public static AuditFinding Agrees(Claim claim, string sentence) => AuditFinding.Of(claim, AuditCheck.Sum, Verdict.NotCheckable, sentence);
}
