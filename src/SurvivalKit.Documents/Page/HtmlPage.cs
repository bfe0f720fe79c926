using System.Globalization;
using System.Net;
using System.Text;

namespace SurvivalKit.Documents;

/// <summary>The page of HTML that a document becomes: a block a line.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _html = new("<!doctype html>\n");

    /// <summary>Characters as HTML.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public void Page(int number) => _html.Append(CultureInfo.InvariantCulture, $"<!-- page {number} -->\n");

    /// <summary>A paragraph or a heading, from 1; nothing where it holds no text.</summary>
    public void Block(string html, int? heading = null)
    {
        if (!string.IsNullOrWhiteSpace(html))
        {
            string name = heading is { } level ? string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(level, 1, 6)}") : "p";
            _html.Append('<').Append(name).Append('>').Append(html.Trim()).Append("</").Append(name).Append(">\n");
        }
    }

    public void Raw(string html) => _html.Append(html);

    public override string ToString() => _html.ToString();
}
