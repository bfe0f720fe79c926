using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace SurvivalKit.Documents;

/// <summary>A table of a Word document as one of HTML: cells that are merged span columns and rows.</summary>
internal static class WordTable
{
    public static string Html(Table table)
    {
        List<List<(WordCell Cell, int Column, int Span)>> rows = [.. table.Descendants<WordRow>()
            .Where(row => row.Ancestors<Table>().First() == table)
            .Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null)
            .Select(Cells)];
        var html = new StringBuilder("<table>\n");
        for (int r = 0; r < rows.Count; r++)
        {
            html.Append("<tr>");
            foreach ((WordCell cell, int column, int span) in rows[r])
            {
                if (IsContinued(cell))
                {
                    continue;
                }

                int down = 1;
                while (r + down < rows.Count && rows[r + down].Exists(below => below.Column == column && IsContinued(below.Cell)))
                {
                    down++;
                }

                html.Append("<td");
                AppendSpan(html, "colspan", span);
                AppendSpan(html, "rowspan", down);
                html.Append('>').AppendJoin(" ", cell.Descendants<Paragraph>().Select(WordRuns.Html)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>\n").ToString();
    }

    private static List<(WordCell, int, int)> Cells(WordRow row)
    {
        List<(WordCell, int, int)> cells = [];
        int column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (WordCell cell in row.Descendants<WordCell>().Where(cell => cell.Ancestors<WordRow>().First() == row))
        {
            int span = Math.Max(1, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
            cells.Add((cell, column, span));
            column += span;
        }

        return cells;
    }

    /// <summary>Whether a cell only continues the one above it.</summary>
    private static bool IsContinued(WordCell cell) =>
        cell.TableCellProperties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static void AppendSpan(StringBuilder html, string name, int span)
    {
        if (span > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{span}\"");
        }
    }
}
