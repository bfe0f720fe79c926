using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Page;

/// <summary>
/// Mermaid diagrams. Drawing them needs Mermaid's own script, which this host neither includes nor downloads. Front ends that
/// have it (JupyterLab and Notebook 7 among them) draw a fenced block in Markdown, and the MIME type of Mermaid; the others show the
/// source. There is no HTML output, since a front end would prefer it and then not draw.
/// </summary>
internal sealed class MermaidLanguage() : PageLanguage("mermaid")
{
    protected override MimeBundle Show(string text)
    {
        // A fence has to be longer than any in the text.
        string fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return MimeBundle.Empty
            .With("text/markdown", $"{fence}mermaid\n{text}\n{fence}")
            .With("text/plain", text)
            .With("text/vnd.mermaid", text);
    }
}
