using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a <c>using</c>. The names and the namespace are those of .NET Interactive, so that a notebook runs there and here.
/// </summary>
public static class Kernel
{
    /// <summary>Shows a value under the cell, now.</summary>
    /// <param name="value">The value; null is shown as such.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Takes a text as HTML: shown, it is the page that it describes.</summary>
    /// <param name="content">The HTML.</param>
    /// <returns>The content, to be displayed or to end a cell.</returns>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">The rules.</param>
    public static void CSS(string content) => HTML($"<style>{content}</style>").Display(HtmlFormatter.MimeType);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    /// <param name="scriptContent">The JavaScript.</param>
    public static void Javascript(string scriptContent) =>
        HTML($"<script type=\"text/javascript\">{scriptContent}</script>").Display(HtmlFormatter.MimeType);
}
