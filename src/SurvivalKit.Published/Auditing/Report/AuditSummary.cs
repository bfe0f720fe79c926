using System.Text;

namespace SurvivalKit.Published;

/// <summary>The summary of an audit as text: the headline, the contradictions from the gravest, and how many
/// numbers have each verdict.</summary>
internal static class AuditSummary
{
    public static string Write(StudyAudit audit)
    {
        var text = new StringBuilder();
        text.Append(Line($"{audit.Headline}"));
        foreach (Contradiction one in audit.Contradictions)
        {
            text.Append(Line($"- {one.Name}, printed {one.Audited.Claim.Printed} ({one.Touches}): {one.Audited.Judgement.Explanation}"));
        }

        text.Append(Line(
            $"{audit.Study.Id}: {audit.Claims.Length} printed numbers were tried against each other{(audit.HasCohort ? " and against a synthetic cohort" : "; no patient data were used")}."));
        foreach ((Verdict verdict, int count) in audit.Counts())
        {
            text.Append(Line($"  {count,4}  {verdict.ToName(),-14}  {verdict.Meaning()}"));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Line(FormattableString line) => FormattableString.Invariant(line) + "\n";
}
