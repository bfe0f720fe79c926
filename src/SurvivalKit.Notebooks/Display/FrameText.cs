using Microsoft.Data.Analysis;

namespace SurvivalKit.Notebooks;

/// <summary>A frame as text that aligns in a terminal.</summary>
internal static class FrameText
{
    public static string Of(DataFrame frame)
    {
        IEnumerable<TableColumn> columns = frame.Columns.Select(column => new TableColumn(column.Name, column is StringDataFrameColumn ? TableAlignment.Left : TableAlignment.Right));
        IEnumerable<TableRow> rows = Enumerable.Range(0, (int)Math.Min(frame.Rows.Count, FrameHtml.RowsShown))
            .Select(row => new TableRow([.. frame.Columns.Select(column => FrameCell.Text(column[row]))]));
        return new TableModel("", columns, rows, FrameCell.Size(frame)).ToText();
    }
}
