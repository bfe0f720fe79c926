namespace SurvivalKit.Cli;

/// <summary>A baseline table as <c>survkit table1</c> shows it.</summary>
internal sealed class Table1Report(BaselineTable table) : Report
{
    public override object ToJson() => Table1Json.Of(table);

    public override IReadOnlyList<TableModel> Tables() => [table.ToTable()];

    public override TableModel ToTidyTable() => TidyTable.Of(
        ["variable", "label", "level", "group", "known", "n", "percent", "mean", "sd", "median", "p25", "p75", "min", "max", "test", "p"],
        table.Rows.SelectMany(row => row.Cells.Select((cell, column) => Cells(row, cell, table.Groups[column]))));

    private object?[] Cells(BaselineRow row, BaselineCell cell, string group)
    {
        var numbers = Table1Json.OfCell(cell);

        // The test of a group of categories stands on its heading, which has no cells.
        TestResult? test = row.Test ?? table.Rows.FirstOrDefault(head => head.Variable == row.Variable && head.Test is not null)?.Test;
        return
        [
            row.Variable, row.Label, row.Level, group, numbers.Known, numbers.N, numbers.Percent, numbers.Mean, numbers.Sd, numbers.Median,
            numbers.P25, numbers.P75, numbers.Min, numbers.Max, test?.Test, test?.P,
        ];
    }
}
