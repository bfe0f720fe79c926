namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit table1</c>: percent is null for a measurement; mean, sd and the quantiles are null for a category.</summary>
internal sealed record Table1Json(string By, IReadOnlyList<Table1Json.Column> Groups, IReadOnlyList<Table1Json.Row> Rows)
{
    internal sealed record Column(string Group, int N);

    internal sealed record Cell(
        int Known, int N, double? Percent, double? Mean, double? Sd, double? Median, double? P25, double? P75, double? Min, double? Max);

    internal sealed record Test([property: System.Text.Json.Serialization.JsonPropertyName("test")] string Name, double? Statistic, double? Df, double P);

    internal sealed record Row(string Variable, string Label, string? Level, IReadOnlyList<Cell> Cells, Test? Test);

    public static Table1Json Of(BaselineTable table) => new(
        table.By,
        [.. table.Groups.Zip(table.Counts, (group, n) => new Column(group, n))],
        [.. table.Rows.Select(row => new Row(row.Variable, row.Label, row.Level, [.. row.Cells.Select(OfCell)], OfTest(row.Test)))]);

    public static Cell OfCell(BaselineCell cell) => cell.Values.IsEmpty
        ? new Cell(cell.Known, cell.Count, cell.Known > 0 ? cell.Percent : null, null, null, null, null, null, null, null)
        : new Cell(
            cell.Known, cell.Count, null, cell.Mean, cell.StandardDeviation, cell.Quantile(0.5), cell.Quantile(0.25), cell.Quantile(0.75), cell.Quantile(0), cell.Quantile(1));

    private static Test? OfTest(TestResult? test) => test is null ? null : new Test(test.Test, test.Statistic, test.DegreesOfFreedom, test.P);
}
