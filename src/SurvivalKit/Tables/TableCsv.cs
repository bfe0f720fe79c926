using System.Text;

namespace SurvivalKit;

internal static class TableCsv
{
    public static string Write(TableModel table)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.Select(column => Quote(column.Header))).Append('\n');
        foreach (TableRow row in table.Rows)
        {
            text.AppendJoin(',', row.Cells.Select(Quote)).Append('\n');
        }

        return text.ToString();
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
