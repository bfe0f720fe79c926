using System.Net;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Commands;

/// <summary>A table of texts, as HTML and as plain text.</summary>
internal static class TextTable
{
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="html">The HTML of a cell by row and column, where it is not the text; null: all are texts.</param>
    public static MimeBundle Format(string[] header, IEnumerable<string[]> rows, Func<int, int, string?>? html = null)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => all.Max(row => row[column].Length))];
        string text =
            string.Join('\n', all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
        string body = string.Concat(all.Skip(1).Select(
            (cells, row) => $"<tr>{Cells(cells, "td", column => html?.Invoke(row, column))}</tr>\n"));
        return MimeBundle.Empty.With(
            "text/html",
            $"<table>\n<thead><tr>{Cells(header, "th", _ => null)}</tr></thead>\n<tbody>\n{body}</tbody></table>").With("text/plain", text);
    }

    private static string Cells(string[] row, string element, Func<int, string?> html) => string.Concat(row.Select((cell, column) =>
        $"<{element} style=\"text-align: left\">{html(column) ?? WebUtility.HtmlEncode(cell)}</{element}>"));
}
