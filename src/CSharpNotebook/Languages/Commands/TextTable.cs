using System.Net;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Commands;

/// <summary>A table of texts, as HTML and as plain text.</summary>
internal static class TextTable
{
    public static MimeBundle Format(string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => all.Max(row => row[column].Length))];
        string text =
            string.Join('\n', all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
        string html = string.Concat(all.Skip(1).Select(row => $"<tr>{Cells(row, "td")}</tr>\n"));
        return MimeBundle.Empty.With(
            "text/html",
            $"<table>\n<thead><tr>{Cells(header, "th")}</tr></thead>\n<tbody>\n{html}</tbody></table>").With("text/plain", text);
    }

    private static string Cells(string[] row, string element) =>
        string.Concat(row.Select(cell => $"<{element} style=\"text-align: left\">{WebUtility.HtmlEncode(cell)}</{element}>"));
}
