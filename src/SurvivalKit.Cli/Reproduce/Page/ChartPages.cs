using System.Text.RegularExpressions;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The interactive charts of a report, each a page of its own beside it: the library that draws them is larger than all else, and
/// is read only where a chart is opened. The report itself has the figure, and a link.</summary>
internal sealed partial class ChartPages
{
    private readonly SortedDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>The pages by the names of their files.</summary>
    public IReadOnlyDictionary<string, string> Files => _pages;

    /// <summary>The name of each file begins so.</summary>
    public static string FilePattern => "chart-*.html";

    /// <summary>Takes the charts out of a chapter.</summary>
    /// <param name="body">The chapter as HTML.</param>
    /// <returns>The chapter with a figure and a link in the place of each chart.</returns>
    public string TakeFrom(string body) => Chart().Replace(body, match =>
    {
        string file = $"chart-{match.Groups["id"].Value}.html";
        _pages.TryAdd(file, Page(match.Value));
        return $"<figure class=\"chart\">\n{match.Groups["still"].Value}<p><a href=\"{file}\">Open the interactive chart</a> <span class=\"quiet\">(a page of its own, beside this one)</span></p>\n</figure>\n";
    });

    private static string Page(string fragment) => HtmlPage.Head("Interactive chart", PageStyle.Css)
        + $"<div class=\"page\">\n<main>\n<h1>Interactive chart</h1>\n<script>{PlotlyScript.Source}</script>\n{fragment}</main>\n</div>\n</body>\n</html>\n";

    [GeneratedRegex(
        "<figure id=\"(?<id>[\\w-]+)\" class=\"survivalkit-chart\"[^>]*>\\s*(?<still><div class=\"survivalkit-still\">.*?</div>\\s*)<script type=\"application/json\">.*?</figure>\\s*",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Chart();
}
