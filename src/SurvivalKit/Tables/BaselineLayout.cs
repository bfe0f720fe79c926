using System.Globalization;

namespace SurvivalKit;

/// <summary>Writes the numbers of a baseline table into cells.</summary>
internal static class BaselineLayout
{
    private const string Marks = "abcdefghijklmnopqrstuvwxyz";

    public static TableModel Of(BaselineTable table, string title)
    {
        string[] tests = [.. table.Rows.Select(row => row.Test?.Test).OfType<string>().Distinct()];
        var columns = new List<TableColumn> { new("Characteristic", TableAlignment.Left) };
        columns.AddRange(table.Groups.Zip(table.Counts, (group, n) => new TableColumn(string.Create(CultureInfo.InvariantCulture, $"{group} (N = {n})"))));
        if (tests.Length > 0)
        {
            columns.Add(new TableColumn("P"));
        }

        IEnumerable<TableRow> rows = table.Rows.Select(row => new TableRow(
            [
                row.Label,
                .. table.Groups.Select((_, column) => row.Cells.IsEmpty ? "" : Cell(row, row.Cells[column], table.Options)),
                .. tests.Length == 0 ? [] : new[] { row.Test is { } test ? PValue.Format(test.P) + " " + Marks[Array.IndexOf(tests, test.Test)] : "" },
            ],
            row.Level is null ? 0 : 1));
        return new TableModel(title, columns, rows, [.. Footnotes(table), .. tests.Select((test, place) => $"{Marks[place]} {test}.")]);
    }

    private static IEnumerable<string> Footnotes(BaselineTable table)
    {
        string measurement = Words(table.Options.Measurement);
        string category = Words(table.Options.Category);
        bool hasMeasurement = table.Rows.Any(row => row.Cells.Any(cell => !cell.Values.IsEmpty));
        yield return (hasMeasurement ? $"{measurement}; {category}" : category) + ". Percentages are of the known values.";
    }

    private static string Words(string template) => template
        .Replace("{mean}", "mean", StringComparison.Ordinal)
        .Replace("{sd}", "SD", StringComparison.Ordinal)
        .Replace("{median}", "median", StringComparison.Ordinal)
        .Replace("{p25}", "25th", StringComparison.Ordinal)
        .Replace("{p75}", "75th percentile", StringComparison.Ordinal)
        .Replace("{min}", "least", StringComparison.Ordinal)
        .Replace("{max}", "largest", StringComparison.Ordinal)
        .Replace("{n}", "n", StringComparison.Ordinal)
        .Replace("{N}", "N", StringComparison.Ordinal)
        .Replace("{p}%", "%", StringComparison.Ordinal)
        .Replace("{p}", "%", StringComparison.Ordinal);

    private static string Cell(BaselineRow row, BaselineCell cell, BaselineOptions options)
    {
        if (row.IsUnknown)
        {
            return cell.Count.ToString(CultureInfo.InvariantCulture);
        }

        if (cell.Known == 0)
        {
            return "";
        }

        string Number(double value) => double.IsNaN(value) ? "NA" : value.ToString("F" + options.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
        return cell.Values.IsEmpty
            ? options.Category
                .Replace("{n}", cell.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{N}", cell.Known.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{p}", Number(cell.Percent), StringComparison.Ordinal)
            : options.Measurement
                .Replace("{mean}", Number(cell.Mean), StringComparison.Ordinal)
                .Replace("{sd}", Number(cell.StandardDeviation), StringComparison.Ordinal)
                .Replace("{median}", Number(cell.Quantile(0.5)), StringComparison.Ordinal)
                .Replace("{p25}", Number(cell.Quantile(0.25)), StringComparison.Ordinal)
                .Replace("{p75}", Number(cell.Quantile(0.75)), StringComparison.Ordinal)
                .Replace("{min}", Number(cell.Quantile(0)), StringComparison.Ordinal)
                .Replace("{max}", Number(cell.Quantile(1)), StringComparison.Ordinal)
                .Replace("{n}", cell.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
