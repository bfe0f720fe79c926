using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Published;

/// <summary>The summary of an audit as text: what was checked, how many numbers have each verdict, and the inconsistent ones.</summary>
internal static class AuditSummary
{
    public static string Write(StudyAudit audit)
    {
        var text = new StringBuilder();
        text.Append(Line(
            $"{audit.Study.Id}: {audit.Claims.Length} printed numbers were tried against each other{(audit.HasCohort ? " and against a synthetic cohort" : "; no patient data were used")}."));
        foreach ((Verdict verdict, int count) in audit.Counts())
        {
            text.Append(Line($"  {count,4}  {verdict.ToName(),-14}  {verdict.Meaning()}"));
        }

        ImmutableArray<AuditedClaim> inconsistent = audit.Of(Verdict.Inconsistent);
        text.Append(inconsistent.IsEmpty
            ? Line($"No number was found that cannot hold together with the others.")
            : Line($"{(inconsistent.Length == 1 ? "This number cannot" : "These numbers cannot")} hold together with others as printed:"));
        foreach (AuditedClaim claim in inconsistent)
        {
            text.Append(Line($"- {claim.Claim.Id}, printed {claim.Claim.Printed}: {claim.Judgement.Explanation}"));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Line(FormattableString line) => FormattableString.Invariant(line) + "\n";
}
