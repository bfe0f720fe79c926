using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The numbers of a baseline table at full precision: percent is missing for a measurement; mean, sd and the
/// quantiles for a category.</summary>
internal static class BaselineNumbers
{
    public static DataFrame FrameOf(BaselineTable table)
    {
        (BaselineRow Row, string Group, BaselineCell Cell)[] cells =
            [.. table.Rows.SelectMany(row => row.Cells.Select((cell, column) => (row, table.Groups[column], cell)))];

        // The test of a group of categories belongs to its heading, which has no cells.
        TestResult?[] tests = [.. cells.Select(cell => cell.Row.Test ?? TestOf(table, cell.Row.Variable))];
        var frame = new DataFrame(
            new StringDataFrameColumn("variable", cells.Select(cell => cell.Row.Variable)),
            new StringDataFrameColumn("label", cells.Select(cell => cell.Row.Label)),
            new StringDataFrameColumn("level", cells.Select(cell => cell.Row.Level)),
            new StringDataFrameColumn("group", cells.Select(cell => cell.Group)),
            new Int32DataFrameColumn("known", cells.Select(cell => cell.Cell.Known)),
            new Int32DataFrameColumn("n", cells.Select(cell => cell.Cell.Count)),
            FrameColumn.Numbers("percent", cells.Select(cell => PercentOf(cell.Cell))),
            FrameColumn.Numbers("mean", cells.Select(cell => cell.Cell.Mean)),
            FrameColumn.Numbers("sd", cells.Select(cell => cell.Cell.StandardDeviation)),
            FrameColumn.Numbers("median", cells.Select(cell => cell.Cell.Quantile(0.5))),
            FrameColumn.Numbers("p25", cells.Select(cell => cell.Cell.Quantile(0.25))),
            FrameColumn.Numbers("p75", cells.Select(cell => cell.Cell.Quantile(0.75))),
            FrameColumn.Numbers("min", cells.Select(cell => cell.Cell.Quantile(0))),
            FrameColumn.Numbers("max", cells.Select(cell => cell.Cell.Quantile(1))),
            new StringDataFrameColumn("test", tests.Select(test => test?.Test)),
            FrameColumn.Numbers("p", tests.Select(test => test?.P)));
        if (table.Options.StandardizedDifferences)
        {
            frame.Columns.Add(FrameColumn.Numbers("smd", cells.Select(cell => DifferenceOf(table, cell.Row.Variable))));
        }

        return frame;
    }

    public static ResultRecord RecordOf(BaselineTable table) => new()
    {
        ["by"] = table.By,
        ["omitted"] = table.Omitted,
        ["groups"] = table.Groups.Zip(table.Counts, (group, n) => new ResultRecord { ["group"] = group, ["n"] = n }),
        ["rows"] = table.Rows.Select(row => new ResultRecord
        {
            ["variable"] = row.Variable,
            ["label"] = row.Label,
            ["level"] = row.Level,
            ["cells"] = row.Cells.Select(OfCell),
            ["test"] = row.Test?.ToRecord(),
            ["standardizedDifference"] = row.StandardizedDifference,
        }),
    };

    private static ResultRecord OfCell(BaselineCell cell) => new()
    {
        ["known"] = cell.Known,
        ["n"] = cell.Count,
        ["percent"] = PercentOf(cell),
        ["mean"] = cell.Mean,
        ["sd"] = cell.StandardDeviation,
        ["median"] = cell.Quantile(0.5),
        ["p25"] = cell.Quantile(0.25),
        ["p75"] = cell.Quantile(0.75),
        ["min"] = cell.Quantile(0),
        ["max"] = cell.Quantile(1),
    };

    private static double PercentOf(BaselineCell cell) => cell.Values.IsEmpty && cell.Known > 0 ? cell.Percent : double.NaN;

    private static double? DifferenceOf(BaselineTable table, string variable) =>
        table.Rows.FirstOrDefault(row => row.Variable == variable && row.StandardizedDifference is not null)?.StandardizedDifference;

    private static TestResult? TestOf(BaselineTable table, string variable) =>
        table.Rows.FirstOrDefault(row => row.Variable == variable && row.Test is not null)?.Test;
}
