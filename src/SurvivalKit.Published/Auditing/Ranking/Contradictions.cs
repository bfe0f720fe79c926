using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The contradictions of an audit by what they touch, then by how far they are off, then in the order of the study
/// file.</summary>
internal static class Contradictions
{
    public static ImmutableArray<Contradiction> Rank(StudyAudit audit) =>
    [
        .. audit.Of(Verdict.Inconsistent)
            .Select(claim => new Contradiction(
                claim, audit.Study.NameOf(claim.Claim), ClaimBearings.Of(audit.Study, claim), Brief(claim)))
            .OrderBy(one => one.Bearing)
            .ThenByDescending(one => ClaimBearings.Distance(one.Audited)),
    ];

    /// <summary>The first sentence of a page: how many numbers contradict others, and the gravest.</summary>
    public static string Headline(StudyAudit audit, ImmutableArray<Contradiction> ranked)
    {
        string all = NumberText.Count(audit.Claims.Length, "printed number");
        return ranked switch
        {
            [] => $"None of {all} contradicts the others.",
            [var only] => $"1 of {all} contradicts others: {only.Name}: {only.Brief}.",
            [var first, ..] => FormattableString.Invariant(
                $"{ranked.Length} of {all} contradict others; the gravest: {first.Name}: {first.Brief}."),
        };
    }

    private static string Brief(AuditedClaim claim)
    {
        string printed = claim.Claim.Printed;
        if (claim.Judgement.Computed is not { } computed || !double.IsFinite(computed))
        {
            return $"printed {printed}; no number agrees with the others";
        }

        // Two decimals more where the digits of the print do not show the difference.
        string given = PrintedStyle.Print(claim.Claim, computed);
        if (given == printed)
        {
            given = Rounding.Text(computed, claim.Claim.Decimals + 2);
        }

        return $"printed {printed}; the others give {given}";
    }
}
