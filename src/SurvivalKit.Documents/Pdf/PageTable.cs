using System.Text;

namespace SurvivalKit.Documents;

/// <summary>Tables by position: lines with wide gaps whose parts stand below each other.</summary>
internal static class PageTable
{
    private const int LeastRows = 2;
    private const int LeastCells = 6;
    private const double FarthestHeading = 6;
    private const double FarthestRow = 3;

    /// <summary>Where the table that starts at a line ends; the line itself where none does.</summary>
    public static int End(List<TextLine> lines, int first, double em)
    {
        int end = first;
        int rows = 0;
        int cells = 0;
        List<TableRow> read = [];
        TableRow row;
        for (int i = first; i < lines.Count; i += row.Lines.Count)
        {
            row = TableRow.At(lines, i);

            // What is far below the rows, such as the foot of the page, is no row.
            if (rows >= LeastRows && read[^1].Baseline - row.Lines[0].Baseline
                > FarthestRow * Math.Max(em, (lines[first].Baseline - read[^1].Baseline) / Math.Max(1, read.Count - 1)))
            {
                break;
            }

            int parts = row.Segments(em).Count;
            int next = i + row.Lines.Count;
            if (rows > 0 && parts == 1 && row.Html().StartsWith("Table ", StringComparison.OrdinalIgnoreCase))
            {
                // The name of the next table.
                break;
            }

            if (parts > 1)
            {
                rows++;
                cells += parts;
                end = next;
            }
            else if (rows == 0
                || next >= lines.Count
                || TableRow.At(lines, next).Segments(em).Count == 1
                || !IsWithin(read[^1], row, em))
            {
                // One line without cells, a label that goes on or heads a group, is within a table.
                break;
            }

            read.Add(row);
        }

        return rows >= LeastRows && cells >= LeastCells && HasColumns(TableRow.All(lines[first..end]), em) ? end : first;
    }

    public static string Html(List<TextLine> lines, double em)
    {
        List<TableRow> rows = TableRow.All(lines);
        List<(double Left, double Right)> columns = Columns(rows, em);
        var html = new StringBuilder("<table>\n");
        foreach (TableRow row in rows)
        {
            var cells = new List<TextLine>?[columns.Count];
            int[] spans = new int[columns.Count];
            foreach (TextLine segment in row.Segments(em).SelectMany(part => part.Cut([.. columns.Select(column => column.Left)])))
            {
                int[] over = [.. Enumerable.Range(0, columns.Count).Where(c => Overlap(columns[c], segment) > 0)];
                int at = over.Length > 0 ? over[0] : Nearest(columns, segment);
                (cells[at] ??= []).Add(segment);
                spans[at] = Math.Max(spans[at], over.Length);
            }

            html.Append("<tr>");
            for (int c = 0; c < columns.Count; c++)
            {
                // A heading over several columns covers those that are empty behind it.
                int span = 1;
                while (span < spans[c] && c + span < columns.Count && cells[c + span] is null)
                {
                    span++;
                }

                html.Append(span > 1 ? FormattableString.Invariant($"<td colspan=\"{span}\">") : "<td>")
                    .Append(JoinedLines.Html(cells[c] ?? [])).Append("</td>");
                c += span - 1;
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>\n").ToString();
    }

    private static bool IsWithin(TableRow before, TableRow row, double em) =>
        row.Right - row.Left < 0.6 * Math.Max(before.Right - before.Left, em) && before.Segments(em).Count > 1;

    /// <summary>The parts of most lines overlap with parts of other lines: they are columns and no accident of wide blanks.</summary>
    private static bool HasColumns(List<TableRow> rows, double em)
    {
        List<(double Left, double Right)> columns = Columns(rows, em);
        int many = rows.Count(row => row.Segments(em).Count > 1);
        int shared = columns.Count(column => rows.Count(row => row.Segments(em).Exists(part => Overlap(column, part) > 0)) >= 2);
        return columns.Count > 1 && shared > 1 && many * 2 > rows.Count;
    }

    /// <summary>The strips in which parts stand, from the left. A part over two of them, such as a heading over several columns, makes
    /// none: strips are those of the narrowest parts first.</summary>
    private static List<(double Left, double Right)> Columns(List<TableRow> rows, double em)
    {
        List<(double Left, double Right)> columns = [];
        foreach (List<TextLine> parts in rows.Select(row => row.Segments(em)).Where(parts => parts.Count > 1)
            .OrderByDescending(parts => parts.Count))
        {
            foreach (TextLine part in parts)
            {
                int[] over = [.. Enumerable.Range(0, columns.Count).Where(c => Overlap(columns[c], part) > 0)];
                if (over.Length == 0)
                {
                    columns.Add((part.Left, part.Right));
                    columns.Sort();
                }
                else if (over.Length == 1)
                {
                    columns[over[0]] = (Math.Min(columns[over[0]].Left, part.Left), Math.Max(columns[over[0]].Right, part.Right));
                }
            }
        }

        Merge(columns, rows, em);
        return columns;
    }

    /// <summary>A heading in the middle above cells that begin at the left need not overlap with them: neighbours that no line has both of
    /// are one column.</summary>
    private static void Merge(List<(double Left, double Right)> columns, List<TableRow> rows, double em)
    {
        for (int c = 0; c + 1 < columns.Count;)
        {
            (double Left, double Right) first = columns[c];
            (double Left, double Right) second = columns[c + 1];
            bool isOne = second.Left - first.Right < FarthestHeading * em
                && !rows.Exists(row => row.Segments(em) is var parts
                    && parts.Exists(part => Overlap(first, part) > 0) && parts.Exists(part => Overlap(second, part) > 0));
            if (isOne)
            {
                columns[c] = (first.Left, second.Right);
                columns.RemoveAt(c + 1);
            }
            else
            {
                c++;
            }
        }
    }

    private static double Overlap((double Left, double Right) column, TextLine part) =>
        Math.Min(column.Right, part.Right) - Math.Max(column.Left, part.Left);

    private static int Nearest(List<(double Left, double Right)> columns, TextLine part) => Enumerable.Range(0, columns.Count)
        .MinBy(c => Math.Min(Math.Abs(columns[c].Left - part.Right), Math.Abs(columns[c].Right - part.Left)));
}
