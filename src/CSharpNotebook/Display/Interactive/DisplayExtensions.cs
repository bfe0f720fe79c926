using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Display.Tables;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

/// <summary>Shows any value below the running cell.</summary>
/// <remarks>
/// The formatting library has extensions of the same names in <c>System</c>. They show one representation and give a handle that cannot
/// replace what was shown. C# takes extensions of the global namespace before those of imported namespaces, whatever a cell imports; the
/// library's own are what compiled code calls, and <see cref="DisplayRouter"/> brings them to the cell.
/// </remarks>
[SuppressMessage("Design", "CA1050", Justification = "From the global namespace they come before those of System.")]
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell immediately.</summary>
    /// <param name="value">The value; null is shown as null.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    /// <exception cref="ArgumentException">There is no formatter for one of the MIME types.</exception>
    public static ShownValue Display(this object? value, params string[] mimeTypes) =>
        Show(value, ResultFormatter.Format(value, [.. mimeTypes]), [.. mimeTypes]);

    /// <summary>Shows a text that already has a MIME type.</summary>
    /// <param name="value">The text, such as the source of an SVG image.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static ShownValue DisplayAs(this string value, string mimeType) =>
        Show(value, MimeBundle.Empty.With(mimeType, value), [mimeType]);

    /// <summary>Shows the first rows of a sequence as a table with a column for each public property of its values.</summary>
    /// <typeparam name="T">The type of the values; numbers, texts and dates make one column.</typeparam>
    /// <param name="source">The values.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static ShownValue DisplayTable<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ValueTable table = TableReader.Read(source, typeof(T));
        MimeBundle bundle = MimeBundle.Empty
            .With(HtmlFormatter.MimeType, table.ToHtml())
            .With(PlainTextFormatter.MimeType, table.ToText());
        return Show(source, bundle, []);
    }

    private static ShownValue Show(object? value, MimeBundle bundle, ImmutableArray<string> mimeTypes)
    {
        CellOutputSink? sink = CellOutputSink.Current;
        string id = sink?.AddDisplay(bundle) ?? "";
        var shown = new ShownValue(value, bundle, sink, id, mimeTypes);
        if (sink is null)
        {
            Formatter.WriteToConsole(shown);
        }

        return shown;
    }
}
