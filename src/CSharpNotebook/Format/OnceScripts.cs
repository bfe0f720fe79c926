using System.Text;

namespace CSharpNotebook.Format;

/// <summary>
/// Finds the parts of an HTML output that one notebook needs once only, such as a library of megabytes that each chart would otherwise
/// carry: elements <c>&lt;script data-once="NAME"&gt;</c>. What needs the script says <c>data-needs="NAME"</c>.
/// </summary>
internal static class OnceScripts
{
    /// <summary>The switch of <see cref="AppContext"/> by which code that shows values learns that the host leaves repetitions out, so that
    /// the code can give the script each time.</summary>
    public const string Switch = "CSharpNotebook.ShowsScriptsOnce";

    private const string Start = "<script data-once=\"";
    private const string End = "</script>";

    /// <summary>Whether an output has such a script, or something that needs it.</summary>
    public static bool IsAsked(string html, string name) =>
        html.Contains($"{Start}{name}\"", StringComparison.Ordinal) || html.Contains($"data-needs=\"{name}\"", StringComparison.Ordinal);

    /// <summary>Leaves some of the scripts out.</summary>
    /// <param name="html">The output.</param>
    /// <param name="isKept">Whether the script of a name stays; asked once for each script, in order.</param>
    public static string Filter(string html, Func<string, bool> isKept)
    {
        int start = html.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
        {
            return html;
        }

        var rest = new StringBuilder();
        int written = 0;
        for (; start >= 0; start = html.IndexOf(Start, start + 1, StringComparison.Ordinal))
        {
            int name = start + Start.Length;
            int quote = html.IndexOf('"', name);
            int end = quote < 0 ? -1 : html.IndexOf(End, quote, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                break;
            }

            if (!isKept(html[name..quote]))
            {
                rest.Append(html, written, start - written);
                written = end + End.Length;
            }

            start = end;
        }

        return rest.Append(html, written, html.Length - written).ToString();
    }

    /// <summary>Leaves some of the scripts out of the HTML of a bundle.</summary>
    public static MimeBundle Filter(MimeBundle data, Func<string, bool> isKept) =>
        data.TryGetValue("text/html", out string? html) && Filter(html, isKept) is { } rest && rest.Length < html.Length
            ? data.With("text/html", rest)
            : data;
}
