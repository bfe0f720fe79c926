using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CSharpNotebook.Export;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>An executed notebook as a chapter of the report.</summary>
/// <param name="Id">The id of the chapter's element.</param>
/// <param name="Run">The executed notebook.</param>
/// <param name="Body">The notebook as HTML.</param>
/// <param name="Title">Its first heading, or the name of its file.</param>
/// <param name="Headings">The headings below: id and text.</param>
internal sealed partial record NotebookChapter(
    string Id, NotebookRun Run, string Body, string Title, ImmutableArray<(string Id, string Text)> Headings)
{
    public static NotebookChapter Read(NotebookRun run, int index)
    {
        string id = IdOf(index);
        string body = NotebookHtml.Body(run.Notebook, new NotebookHtmlOptions
        {
            IdPrefix = id + "-",
            HeadingOffset = 1,
            Scripts = ChartScripts.All,
        });
        (int Level, string Id, string Text)[] headings =
        [
            .. Heading().Matches(body).Select(match => (
                int.Parse(match.Groups["level"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["id"].Value,
                WebUtility.HtmlDecode(Tag().Replace(match.Groups["text"].Value, "")))),
        ];
        (_, _, string? title) = headings.FirstOrDefault(heading => heading.Level == 2);
        return new NotebookChapter(id, run, body, title ?? run.Name, [
            .. headings.Where(heading => heading.Level == 3).Select(heading => (heading.Id, heading.Text))
        ]);
    }

    /// <summary>The id of the cell that found something.</summary>
    public static string CellId(CellOrigin origin) => FormattableString.Invariant($"{IdOf(origin.Notebook)}-cell-{origin.Cell + 1}");

    private static string IdOf(int index) => FormattableString.Invariant($"notebook-{index + 1}");

    [GeneratedRegex(
        "<h(?<level>[2-6])\\s[^>]*?id=\"(?<id>[^\"]+)\"[^>]*>(?<text>.*?)</h\\k<level>>",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
