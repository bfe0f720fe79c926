using System.Text;

namespace SurvivalKit.Cli;

/// <summary>The choice of a verdict above the text. Radio buttons and a style sheet are enough; a script only adds the steps from one
/// finding to the next.</summary>
internal static class FindingFilterHtml
{
    private const string Said = "said";

    private static readonly string[] Quiet = [Verdict.Recomputed.ToName(), Verdict.NotCheckable.ToName()];

    /// <summary>The rules that take the mark off findings of other verdicts, and hide what is said of them.</summary>
    public static string Css { get; } = string.Join('\n', [
        Rule(Said, $":is({string.Join(", ", Quiet.Select(name => $"[data-verdict=\"{name}\"]"))})"),
        .. Enum.GetValues<Verdict>().Select(verdict => verdict.ToName()).Select(name => Rule(name, $":not([data-verdict=\"{name}\"])")),
    ]);

    public static string Render(TextFindings findings)
    {
        int said = findings.Count(finding => !Quiet.Contains(finding.Judgement.Verdict.ToName()));
        var html = new StringBuilder("<div id=\"filter\">\n<fieldset><legend>Show</legend>\n");
        html.Append(VerdictHtml.Choice(Said, "objections", said, isChosen: said > 0));
        html.Append(VerdictHtml.Choice("all", "all", findings.Count, isChosen: said == 0));
        foreach ((Verdict verdict, int count) in findings.Counts())
        {
            html.Append(VerdictHtml.Choice(verdict.ToName(), VerdictHtml.Badge(verdict), count, isChosen: false));
        }

        return html.Append(
            "</fieldset>\n<div id=\"steps\" hidden><button type=\"button\" value=\"-1\" aria-keyshortcuts=\"k\">Previous</button> ")
            .Append("<button type=\"button\" value=\"1\" aria-keyshortcuts=\"j\">Next</button> <output></output></div>\n</div>\n").ToString();
    }

    private static string Rule(string name, string others) =>
        $".checked:has(#show-{name}:checked) mark{others} {{ background: none; color: inherit; border-bottom: 0; }} "
        + $".checked:has(#show-{name}:checked) mark{others} a::after {{ content: none; }} "
        + $".checked:has(#show-{name}:checked) aside{others} {{ display: none; }}";
}
