using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The first rows of a frame, with the types of its columns and its size.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="MostRows">The number of rows that are shown at most; default: 10.</param>
public sealed record FramePreview(DataFrame Frame, int MostRows = 10) : IResult
{
    /// <summary>A row for each of the first rows; the types of the columns above and the size of the frame below.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        long shown = Math.Min(Frame.Rows.Count, MostRows);
        string more = Frame.Rows.Count > shown ? $"; the first {NumberText.Count(shown, "row")} are shown" : "";
        return
        [
            new(
                "",
                Frame.Columns.Select(column => new TableColumn(
                    column.Name, column is StringDataFrameColumn ? TableAlignment.Left : TableAlignment.Right)
                {
                    Detail = FrameCell.TypeName(column),
                }),
                Enumerable.Range(0, (int)shown)
                    .Select(row => new TableRow([.. Frame.Columns.Select(column => FrameCell.Read(column[row]))])),
                $"{NumberText.Count(Frame.Rows.Count, "row")}, {NumberText.Count(Frame.Columns.Count, "column")}{more}"),
        ];
    }

    /// <summary>The whole frame.</summary>
    public DataFrame ToDataFrame() => Frame;

    /// <summary>rows, and the name and type of each column.</summary>
    public ResultRecord ToRecord() => new()
    {
        ["rows"] = Frame.Rows.Count,
        ["columns"] = Frame.Columns.Select(column => new ResultRecord { ["name"] = column.Name, ["type"] = FrameCell.TypeName(column) }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
