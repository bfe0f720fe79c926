using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Page;

/// <summary>HTML: the cell is shown as the page that it describes.</summary>
internal sealed class HtmlLanguage() : PageLanguage("html")
{
    protected override MimeBundle Show(string text) => MimeBundle.Empty.With("text/html", text).With("text/plain", text);
}
