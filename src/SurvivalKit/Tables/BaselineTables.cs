using System.Globalization;

namespace SurvivalKit;

/// <summary>Writes the numbers of a baseline table into cells.</summary>
internal static class BaselineTables
{
    private const string Quartiles = "{median} ({p25}–{p75})";
    private const string Marks = "abcdefghijklmnopqrstuvwxyz";

    public static TableModel Summary(BaselineTable table, string title)
    {
        string[] tests = [.. table.Rows.Select(row => row.Test?.Test).OfType<string>().Distinct()];
        IEnumerable<TableColumn> groups = table.Groups.Zip(
            table.Counts, (group, n) => new TableColumn(string.Create(CultureInfo.InvariantCulture, $"{group} (N = {n})")));
        return new TableModel(
            title,
            [
                new("Characteristic", TableAlignment.Left),
                .. groups,
                .. table.Options.StandardizedDifferences ? [new("SMD")] : (TableColumn[])[],
                .. tests.Length == 0 ? [] : (TableColumn[])[new("P")],
            ],
            table.Rows.Select(row => Row(table, row, tests)),
            [.. Notes(table), .. tests.Select((test, place) => new TableNote($"{test}.", Marks[place..(place + 1)]))]);
    }

    private static TableRow Row(BaselineTable table, BaselineRow row, string[] tests)
    {
        IEnumerable<TableCell> groups =
            table.Groups.Select((_, column) => row.Cells.IsEmpty ? TableCell.Empty : Cell(row, row.Cells[column], table.Options));
        return new TableRow(
            [
                row.Label,
                .. groups,
                .. table.Options.StandardizedDifferences ? [Difference(row.StandardizedDifference)] : (TableCell[])[],
                .. tests.Length == 0 ? [] : (TableCell[])[P(row.Test, tests)],
            ],
            row.Level is null ? 0 : 1);
    }

    private static TableCell Difference(double? difference) =>
        difference is { } value ? TableCell.Number(value, NumberKind.Concordance) : TableCell.Empty;

    private static TableCell P(TestResult? test, string[] tests) => test is null
        ? TableCell.Empty
        : TableCell.Number(test.P, NumberKind.P) with { Mark = Marks.Substring(Array.IndexOf(tests, test.Test), 1) };

    private static IEnumerable<TableNote> Notes(BaselineTable table)
    {
        string measurement = Words(table.Options.Measurement);
        string category = Words(table.Options.Category);
        bool hasMeasurement = table.Rows.Any(
            row => row is { IsDate: false, IsNonNormal: false } && row.Cells.Any(cell => !cell.Values.IsEmpty));
        yield return (hasMeasurement ? $"{measurement}; {category}" : category) + ". Percentages are of the known values.";
        if (table.Options.StandardizedDifferences)
        {
            yield return "SMD: standardized difference of the two groups.";
        }

        if (table.Omitted > 0)
        {
            yield return $"{NumberText.Count(table.Omitted, "row")} left out because {table.By} is missing.";
        }

        foreach (string note in table.Notes)
        {
            yield return note;
        }
    }

    private static string Date(double days) =>
        DateTime.UnixEpoch.AddDays(Math.Floor(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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

    private static TableCell Cell(BaselineRow row, BaselineCell cell, BaselineOptions options)
    {
        if (row.IsUnknown)
        {
            return TableCell.Number(cell.Count, NumberKind.Count);
        }

        if (cell.Known == 0)
        {
            return TableCell.Empty;
        }

        if (row.IsDate)
        {
            return cell.Values.IsEmpty ? "NA" : $"{Date(cell.Quantile(0.5))} ({Date(cell.Quantile(0))} to {Date(cell.Quantile(1))})";
        }

        string Number(double value) => double.IsNaN(value) ? "NA" : value.ToString(
            "F" + options.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
        return cell.Values.IsEmpty
            ? options.Category
                .Replace("{n}", cell.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{N}", cell.Known.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{p}", Number(cell.Percent), StringComparison.Ordinal)
            : (row.IsNonNormal ? Quartiles : options.Measurement)
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
