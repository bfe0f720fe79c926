namespace SurvivalKit.Published;

/// <summary>The findings that the checks of sums share.</summary>
internal static class SumFindings
{
    public static AuditFinding Recomputed(Claim claim, double computed, string method, string sentence) =>
        new(claim, AuditCheck.Sum, new(Verdict.Recomputed, sentence, computed, method));

    public static AuditFinding Inconsistent(Claim claim, double computed, string witness) =>
        new(claim, AuditCheck.Sum, new(Verdict.Inconsistent, witness, computed, Witness: witness));

    /// <summary>Said of a number that is part of a sum which does not hold; the total has the verdict.</summary>
    public static AuditFinding Part(Claim claim, string sentence) => Agrees(claim, sentence) with { IsAlwaysSaid = true };

    public static AuditFinding Agrees(Claim claim, string sentence) => AuditFinding.Agrees(claim, AuditCheck.Sum, sentence);
}
