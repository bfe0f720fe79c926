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
internal sealed partial record NotebookChapter(string Id, NotebookRun Run, string Body, string Title)
{
    public static NotebookChapter Read(NotebookRun run, int index)
    {
        string id = IdOf(index);
        string body = NotebookHtml.Body(run.Notebook, new NotebookHtmlOptions
        {
            IdPrefix = id + "-",
            HeadingOffset = 2,
            Scripts = ChartScripts.All,
        });
        Match title = Heading().Match(body);
        return new NotebookChapter(
            id, run, body, title.Success ? WebUtility.HtmlDecode(Tag().Replace(title.Groups["text"].Value, "")) : run.Name);
    }

    /// <summary>The id of the cell that found something.</summary>
    public static string CellId(CellOrigin origin) => FormattableString.Invariant($"{IdOf(origin.Notebook)}-cell-{origin.Cell + 1}");

    private static string IdOf(int index) => FormattableString.Invariant($"notebook-{index + 1}");

    [GeneratedRegex("<h3\\b[^>]*>(?<text>.*?)</h3>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
