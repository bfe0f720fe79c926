using System.Net;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages;

/// <summary>
/// Mermaid diagrams. Drawing them takes Mermaid's own script, which this host neither carries nor fetches from a network: the source is shown,
/// as the MIME type and as the element (<c>pre class="mermaid"</c>) by which front ends that have Mermaid, JupyterLab among them, draw it.
/// </summary>
internal sealed class MermaidLanguage() : PageLanguage("mermaid")
{
    // A page that has Mermaid loaded already draws the elements that it has not seen.
    private const string Draw = "<script type=\"text/javascript\">if (window.mermaid && window.mermaid.run) window.mermaid.run();</script>";

    protected override MimeBundle Show(string text) =>
        MimeBundle.Empty
            .With("text/html", $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(text)}</pre>\n{Draw}")
            .With("text/plain", text)
            .With("text/vnd.mermaid", text);
}
