using System.Globalization;
using System.Text;

namespace SurvivalKit.Cli;

/// <summary>The items of INSPECT-SR of each checked text, for a terminal, a page and a program.</summary>
internal static class IntegritySection
{
    /// <summary>The styles of the section of a page.</summary>
    public const string Css = """
        section.integrity { margin: 1.5rem 0; }
        section.integrity table { border-collapse: collapse; }
        section.integrity td, section.integrity th { text-align: left; vertical-align: top; padding: .2rem .6rem; }
        """;

    /// <summary>The answered items of a text in lines; those that were not answered by their numbers.</summary>
    public static IEnumerable<string> Lines(CheckedSource source)
    {
        IntegrityItems items = source.Text.Integrity;
        IntegrityItem[] open = [.. items.Of(IntegrityAnswer.NotAnswerable)];
        if (open.Length == items.Count)
        {
            yield break;
        }

        yield return source.Name is { } name ? $"Items of INSPECT-SR, {name}:" : "Items of INSPECT-SR:";
        foreach (IntegrityItem item in items.Except(open))
        {
            int[] lines =
            [
                .. item.Findings.Where(finding => finding.Judgement.Verdict == Verdict.Inconsistent)
                    .Select(finding => finding.Line).Distinct(),
            ];
            yield return $"  {item}" + (lines.Length == 0 ? ""
                : $" {(lines.Length == 1 ? "Line" : "Lines")} {string.Join(", ", lines.Select(line => line.ToString(CultureInfo.InvariantCulture)))}.");
        }

        if (open.Length > 0)
        {
            yield return $"  Not answerable from the printed numbers: {string.Join(", ", open.Select(item => $"{item.Number} {item.Name}"))}.";
        }
    }

    /// <summary>The section of a page, with links to the findings.</summary>
    /// <param name="html">The page.</param>
    /// <param name="text">The text.</param>
    /// <param name="first">The number of its first finding in the page, from 0.</param>
    public static void Append(StringBuilder html, CheckedText text, int first)
    {
        var numbers = new Dictionary<TextFinding, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < text.Findings.Count; i++)
        {
            numbers[text.Findings[i]] = first + i + 1;
        }

        html.Append("<section class=\"integrity\">\n<h2>Items of INSPECT-SR that arithmetic can answer</h2>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Escape(IntegrityItems.Source)}</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Items of INSPECT-SR\"><table>\n")
            .Append("<tr><th scope=\"col\">Item</th><th scope=\"col\">Check</th><th scope=\"col\">Answer</th><th scope=\"col\">Looked at</th></tr>\n");
        foreach (IntegrityItem item in text.Integrity)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{item.Number}</td><td>{HtmlText.Escape(item.Name)}</td><td>{HtmlText.Escape(item.AnswerName.Replace('-', ' '))}</td><td>{HtmlText.Escape(item.LookedAt)}");
            int[] links = item.Answer == IntegrityAnswer.SomeConcerns
                ? [.. item.Findings.Where(numbers.ContainsKey).Select(finding => numbers[finding])]
                : [];
            foreach (int number in links)
            {
                html.Append(CultureInfo.InvariantCulture, $" <a href=\"#note-{number}\">{number}</a>");
            }

            html.Append("</td></tr>\n");
        }

        html.Append("</table></div>\n</section>\n");
    }

    /// <summary>The items of each text with its file.</summary>
    public static IEnumerable<ResultRecord> Records(IEnumerable<CheckedSource> sources) => sources.Select(source =>
    {
        ResultRecord record = source.Text.Integrity.ToRecord();
        record["file"] = source.Name;
        record["baselines"] = source.Text.Baselines.Select(balance => balance.ToRecord());
        return record;
    });
}
