using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Display.Tables;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows any value below the running cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell immediately.</summary>
    /// <param name="value">The value; null is shown as null.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    /// <exception cref="ArgumentException">There is no formatter for one of the MIME types.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        Show(ResultFormatter.Format(value, [.. mimeTypes]), [.. mimeTypes]);

    /// <summary>Shows a text that already has a MIME type.</summary>
    /// <param name="value">The text, such as the source of an SVG image.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Show(MimeBundle.Empty.With(mimeType, value), [mimeType]);

    /// <summary>Shows the first rows of a sequence as a table with a column for each public property of its values.</summary>
    /// <typeparam name="T">The type of the values; numbers, texts and dates make one column.</typeparam>
    /// <param name="source">The values.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ValueTable table = TableReader.Read(source, typeof(T));
        return Show(
            MimeBundle.Empty.With(HtmlFormatter.MimeType, table.ToHtml()).With(PlainTextFormatter.MimeType, table.ToText()), []);
    }

    private static DisplayedValue Show(MimeBundle bundle, System.Collections.Immutable.ImmutableArray<string> mimeTypes)
    {
        CellOutputSink? sink = CellOutputSink.Current;
        string id = sink?.AddDisplay(bundle) ?? "";
        if (sink is null)
        {
            Console.WriteLine(bundle.GetValueOrDefault(PlainTextFormatter.MimeType) ?? bundle.Values.First());
        }

        return new DisplayedValue(sink, id, mimeTypes);
    }
}
