using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Values as a column of a frame; NaN becomes missing.</summary>
internal static class FrameColumn
{
    public static DoubleDataFrameColumn Numbers(string name, IEnumerable<double> values) =>
        new(name, values.Select(value => double.IsNaN(value) ? (double?)null : value));

    public static DoubleDataFrameColumn Numbers(string name, IEnumerable<double?> values) =>
        new(name, values.Select(value => value is { } number && double.IsNaN(number) ? null : value));

    public static DataFrameColumn Cells(string name, IReadOnlyList<TableCell> cells) => cells.Any(cell => cell.Value is not null)
        && cells.All(cell => cell.Value is not null || cell.Text.Length == 0)
            ? Numbers(name, cells.Select(cell => cell.Value))
            : new StringDataFrameColumn(name, cells.Select(cell => cell.Text));
}
