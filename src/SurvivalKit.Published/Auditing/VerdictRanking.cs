namespace SurvivalKit.Published;

/// <summary>
/// How the findings of a claim determine its verdict. The first of these that applies decides:
/// <list type="number">
/// <item>The study file marks it as not checkable: not checkable, with the file's reason.</item>
/// <item>A check finds it inconsistent: inconsistent. A repetition of an inconsistent number is inconsistent too,
/// and one of a number that is unreachable for the cohort is unreachable.</item>
/// <item>A percentage, a sum, a P value of printed counts, means or standard deviations, or a repetition gives it:
/// recomputed, or rounding.</item>
/// <item>With a cohort that gives another number: unreachable.</item>
/// <item>Other printed numbers determine it (a hazard ratio from its interval, a range from the arms): recomputed, or rounding.</item>
/// <item>With a cohort: matches the cohort, or rounding.</item>
/// <item>Not checkable, with the reason and the checks that it agrees with.</item>
/// </list>
/// </summary>
internal static class VerdictRanking
{
    /// <summary>A claim's verdict.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="findings">The findings of the checks of printed numbers, in their order.</param>
    /// <param name="cohort">The finding from the cohort; <see langword="null"/>: there is none.</param>
    public static AuditedClaim Decide(Claim claim, IReadOnlyList<AuditFinding> findings, AuditFinding? cohort)
    {
        AuditFinding[] all = cohort is null ? [.. findings] : [.. findings, cohort];
        if (!claim.Checkable)
        {
            return new(claim, Judgement.NotCheckable(claim.Reason!), [.. all]);
        }

        AuditFinding? decisive = findings.FirstOrDefault(finding => finding.Judgement.Verdict == Verdict.Inconsistent)
            ?? Determined(findings.Where(finding => !IsNecessaryOnly(finding.Check)))
            ?? (cohort?.Judgement.Verdict == Verdict.Unreachable ? cohort : null)
            ?? Determined(findings)
            ?? (cohort is { Judgement.Verdict: Verdict.MatchesCohort or Verdict.Rounding } ? cohort : null);
        return decisive is null ? Undetermined(claim, findings, all) : Decided(claim, decisive, all);
    }

    /// <summary>Whether agreement with a check is necessary but does not determine the number, so that a cohort gives more
    /// information.</summary>
    private static bool IsNecessaryOnly(AuditCheck check) =>
        check is AuditCheck.HazardRatio or AuditCheck.MeanAndSpread or AuditCheck.MedianAndRange;

    private static AuditFinding? Determined(IEnumerable<AuditFinding> findings)
    {
        AuditFinding[] determined = [.. findings.Where(finding => finding.Judgement.Verdict is Verdict.Recomputed or Verdict.Rounding)];
        return determined.FirstOrDefault(finding => finding.Judgement.Verdict == Verdict.Recomputed) ?? determined.FirstOrDefault();
    }

    private static AuditedClaim Decided(Claim claim, AuditFinding decisive, AuditFinding[] all)
    {
        AuditFinding[] others = [.. all.Where(finding => finding != decisive)];
        bool isInconsistent = decisive.Judgement.Verdict == Verdict.Inconsistent;
        IEnumerable<string> said = others.Where(
            finding => finding.IsAlwaysSaid || (isInconsistent && finding.Judgement.Verdict == Verdict.Inconsistent))
            .Select(finding => finding.Judgement.Sentence);
        return new(claim, decisive.Judgement with { Sentence = Joined([decisive.Judgement.Sentence, .. said]) }, [decisive, .. others]);
    }

    private static AuditedClaim Undetermined(Claim claim, IReadOnlyList<AuditFinding> findings, AuditFinding[] all)
    {
        // A P value says itself why no test can be run; what other checks say are things that the number agrees with.
        string[] reasons = [.. findings.Where(finding => finding.Check == AuditCheck.PValue).Select(finding => finding.Judgement.Sentence)];
        IEnumerable<string> agreements =
            findings.Where(finding => finding.Check != AuditCheck.PValue).Select(finding => finding.Judgement.Sentence);
        IEnumerable<string> first = reasons.Length > 0 ? reasons : ["No other printed number determines it."];
        return new(claim, Judgement.NotCheckable(Joined(first.Concat(agreements))), [.. all]);
    }

    private static string Joined(IEnumerable<string> sentences) => string.Join(" ", sentences.Distinct().Select(Capital));

    // A finding of agreement may begin in the middle of a sentence.
    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
