using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A claim and its result in the audit.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Judgement">The judgement of the finding that decides, with what else is always said.</param>
/// <param name="Findings">What each check said, the deciding one first.</param>
public sealed record AuditedClaim(Claim Claim, Judgement Judgement, ImmutableArray<AuditFinding> Findings);
