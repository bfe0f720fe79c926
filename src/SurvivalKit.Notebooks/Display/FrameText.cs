using Microsoft.Data.Analysis;

namespace SurvivalKit.Notebooks;

/// <summary>A frame as text that aligns in a terminal.</summary>
internal static class FrameText
{
    /// <summary>The number of rows that are shown.</summary>
    public const int RowsShown = 10;

    public static string Of(DataFrame frame)
    {
        IEnumerable<TableColumn> columns = frame.Columns.Select(column => new TableColumn(column.Name, column is StringDataFrameColumn ? TableAlignment.Left : TableAlignment.Right));
        IEnumerable<TableRow> rows = Enumerable.Range(0, (int)Math.Min(frame.Rows.Count, RowsShown))
            .Select(row => new TableRow([.. frame.Columns.Select(column => FrameCell.Text(column[row]))]));
        return new TableModel("", columns, rows, FrameCell.Size(frame, RowsShown)).ToText();
    }
}
