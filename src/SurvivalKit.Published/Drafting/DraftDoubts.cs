namespace SurvivalKit.Published;

/// <summary>
/// A second opinion on the contradictions of a draft. A draft may have taken a number for what it is not; where the text check reads
/// the same
/// cell or the same words by itself and does not call them inconsistent, the draft does not either, but asks.
/// </summary>
internal static class DraftDoubts
{
    private const string Doubt = "By the draft's reading it would contradict other numbers; the text check, which reads it by itself, does not say so. What it is of has to be settled first.";

    /// <summary>The study with such claims as not checkable, each with a remark.</summary>
    public static Study Settle(Study study, DraftBuilder draft)
    {
        StudyAudit audit = StudyAudit.Run(study);
        var doubted = audit.Of(Verdict.Inconsistent).Where(claim => IsDoubted(claim, audit, draft)).Select(claim => claim.Claim.Id)
            .ToHashSet(StringComparer.Ordinal);
        Claim Settled(Claim claim) => claim.Checkable && (doubted.Contains(claim.Id)
            || (claim.SameAs is { } source && doubted.Contains(source)))
            ? claim with { Checkable = false, Reason = Doubt }
            : claim;
        Study settled = new()
        {
            Id = study.Id,
            Title = study.Title,
            Citation = study.Citation,
            Synthetic = study.Synthetic,
            Scope = study.Scope,
            Methods = study.Methods,
            ArmColumn = study.ArmColumn,
            Arms = study.Arms,
            Endpoints = study.Endpoints,
            Sequencing = study.Sequencing,
            Variables = study.Variables,
            Tables = study.Tables,
            Rows = study.Rows,
            Claims = [.. study.Claims.Select(Settled)],
            NotPrintedAsText = study.NotPrintedAsText,
            Remarks =
            [
                .. study.Remarks,
                .. study.Claims.Where(claim => doubted.Contains(claim.Id)).Select(claim => new StudyRemark(
                    claim.Place, claim.Row, claim.Column, claim.Context ?? claim.Printed, null,
                    $"{audit[claim.Id].Judgement.Sentence} {Doubt}")),
            ],
        };

        // What is read again has been checked as every study file is.
        return Study.Parse(settled.ToStudyFile());
    }

    private static bool IsDoubted(AuditedClaim claim, StudyAudit audit, DraftBuilder draft)
    {
        AuditFinding[] found = [.. claim.Findings.Where(finding => finding.Judgement.Verdict == Verdict.Inconsistent)];
        return found.Length > 0 && claim.Claim.SameAs is null
            && found.All(finding => finding.Check is AuditCheck.Percentage or AuditCheck.HazardRatio)
            && draft.Origins.TryGetValue(claim.Claim.Id, out int at)
            && (!draft.Verdicts.IsInconsistent(at) || IsOfWidth(claim.Claim, audit));
    }

    /// <summary>Whether only the width of an interval is too small for two groups of the study: what its ratio compares may be no two
    /// groups.</summary>
    private static bool IsOfWidth(Claim claim, StudyAudit audit)
    {
        string ratio = claim.Id[..(claim.Id.LastIndexOf('#') + 1)] + Aspects.HazardRatio;
        return claim.Aspect is Aspects.Lower or Aspects.Upper
            && !(audit.Study.Find(ratio) is { } of && audit[of.Id].Judgement.Verdict == Verdict.Inconsistent);
    }
}
