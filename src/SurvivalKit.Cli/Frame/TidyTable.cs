using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>A frame as a table whose numbers keep all their digits.</summary>
internal static class TidyTable
{
    public static TableModel Of(DataFrame frame) => new(
        "",
        frame.Columns.Select(column => new TableColumn(column.Name)),
        Enumerable.Range(0, (int)frame.Rows.Count).Select(row => new TableRow([.. frame.Columns.Select(column => Cell(column[row]))])));

    public static TableModel Of(string[] columns, IEnumerable<object?[]> rows) => new(
        "", columns.Select(column => new TableColumn(column)), rows.Select(row => new TableRow([.. row.Select(Cell)])));

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => NumberText.Exact(number),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
