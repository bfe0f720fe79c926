using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Format;

namespace CSharpNotebook.Export;

/// <summary>
/// Shows the outputs of a cell; of the representations of a value the first that a page can show, in nbconvert's order.
/// </summary>
internal sealed partial class OutputHtml(NotebookHtmlOptions options, MarkdownHtml markdown)
{
    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    private readonly string _prefix = options.ClassPrefix;
    private readonly HashSet<string> _scripts = [.. options.Scripts.Keys];

    /// <param name="output">The output.</param>
    /// <param name="idPrefix">The prefix of the ids inside an image: two images may have the same ids.</param>
    public string Render(CellOutput output, string idPrefix) => output switch
    {
        StreamOutput stream =>
            Element("pre", stream.Name == "stderr" ? "stderr" : "stdout", NotebookHtml.Escape(WithoutEscapes(stream.Text).TrimEnd('\n'))),
        ErrorOutput error => Element("div", "error", Error(error)),
        RichOutput rich => Rich(rich.Data, idPrefix),
        UnknownOutput unknown => Element("pre", "plain", NotebookHtml.Escape(unknown.Content.GetRawText())),
        _ => "",
    };

    private string Rich(MimeBundle data, string idPrefix)
    {
        if (data.TryGetValue("text/html", out string? html))
        {
            return Element("div", "html", OnceScripts.Filter(html, _scripts.Add));
        }

        if (data.TryGetValue("text/markdown", out string? text))
        {
            return Element("div", "html", markdown.Render(text, NotebookMetadata.Empty));
        }

        if (data.TryGetValue("image/svg+xml", out string? svg))
        {
            return Element("div", "image", WithOwnIds(SvgProlog().Replace(svg, ""), idPrefix));
        }

        string alternative = data.TryGetValue("text/plain", out string? plain) ? plain : "";
        foreach (string type in Images)
        {
            if (!data.TryGetValue(type, out string? base64))
            {
                continue;
            }

            string content = string.Concat(base64.Where(character => !char.IsWhiteSpace(character)));
            return Element(
                "div",
                "image",
                $"<img src=\"data:{type};base64,{NotebookHtml.Escape(content)}\" alt=\"{NotebookHtml.Escape(alternative)}\">");
        }
        if (plain is not null)
        {
            return Element("pre", "plain", NotebookHtml.Escape(WithoutEscapes(plain)));
        }

        return data.Count == 0 ? "" : Element("pre", "plain", NotebookHtml.Escape($"({string.Join(", ", data.Keys)})"));
    }

    private static string Error(ErrorOutput error)
    {
        string head = $"<p><strong>{NotebookHtml.Escape(error.Name)}</strong>: {NotebookHtml.Escape(error.Message)}</p>";
        return error.Traceback.IsEmpty
            ? head
            : $"{head}<pre>{NotebookHtml.Escape(WithoutEscapes(string.Join('\n', error.Traceback)))}</pre>";
    }

    private string Element(string tag, string kind, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"<{tag} class=\"{_prefix}-out {_prefix}-{kind}\">{content}</{tag}>\n");

    /// <summary>Gives the ids of an SVG, and the references to them, a prefix.</summary>
    private static string WithOwnIds(string svg, string idPrefix)
    {
        HashSet<string> ids = [.. SvgId().Matches(svg).Select(match => match.Groups["id"].Value)];
        if (ids.Count == 0)
        {
            return svg;
        }

        svg = SvgId().Replace(
            svg, match => $"{match.Groups["before"].Value}{idPrefix}{match.Groups["id"].Value}{match.Groups["quote"].Value}");
        svg = SvgReference().Replace(svg, match => ids.Contains(match.Groups["id"].Value)
            ? $"{match.Groups["before"].Value}{idPrefix}{match.Groups["id"].Value}{match.Groups["after"].Value}"
            : match.Value);
        return SvgLabel().Replace(svg, match => match.Groups["before"].Value
            + string.Join(' ', match.Groups["ids"].Value.Split(' ')
                .Select(id => ids.Contains(id) ? idPrefix + id : id)) + match.Groups["quote"].Value);
    }

    private static string WithoutEscapes(string text) => TerminalEscape().Replace(text, "");

    [GeneratedRegex(
        @"^\s*(<\?xml.*?\?>\s*)?(<!DOCTYPE[^>]*>\s*)?", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SvgProlog();

    [GeneratedRegex(
        """(?<before>\sid=(?<quote>["']))(?<id>[^"']+)\k<quote>""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SvgId();

    [GeneratedRegex(
        """(?<before>url\(["']?#|href=["']#)(?<id>[^"')]+)(?<after>["')])""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SvgReference();

    [GeneratedRegex(
        """(?<before>\saria-(labelledby|describedby)=(?<quote>["']))(?<ids>[^"']+)\k<quote>""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SvgLabel();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]", RegexOptions.CultureInvariant)]
    private static partial Regex TerminalEscape();
}
