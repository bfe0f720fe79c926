using System.Globalization;

namespace SurvivalKit.Notebooks;

/// <summary>Counts with their margins.</summary>
internal static class ContingencyHtml
{
    public static string Of(ContingencyTable table)
    {
        TableColumn[] columns = [new("", TableAlignment.Left), .. table.ColumnNames.Select(name => new TableColumn(name)), new("Total")];
        IEnumerable<TableRow> rows = Enumerable.Range(0, table.Rows).Select(row => new TableRow(
        [
            table.RowNames[row],
            .. Enumerable.Range(0, table.Columns).Select(column => Number(table[row, column])),
            Number(table.RowTotal(row)),
        ]));
        var total = new TableRow(["Total", .. Enumerable.Range(0, table.Columns).Select(column => Number(table.ColumnTotal(column))), Number(table.Total)]);
        return new TableModel("", columns, [.. rows, total]).ToHtml();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
