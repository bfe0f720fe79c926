using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>Writes the numbers of a response table into cells.</summary>
internal static class ResponseTables
{
    public static ImmutableArray<TableModel> Write(ResponseTable table) =>
        table.Differences.IsEmpty ? [Responses(table)] : [Responses(table), Differences(table)];

    private static TableModel Responses(ResponseTable table)
    {
        string level = NumberText.Level(table.Options.Level);
        bool hasMissing = table.Groups.Any(group => group.Missing > 0);
        IEnumerable<TableRow> levels = table.Levels.Select((of, place) => Row(
            of.Name, 1, table.Groups.Select(group => (TableCell)Share(group.Counts[place], group.N))));
        IEnumerable<TableRow> missing = hasMissing
            ? [Row("No response in the data", 1, table.Groups.Select(group => (TableCell)Share(group.Missing, group.N)))]
            : [];
        IEnumerable<TableRow> rates = table.Rates.GroupBy(rate => rate.Name).SelectMany(rates => new[]
        {
            Row($"{rates.Key} ({string.Join(", ", rates.First().Responses)})", 0, rates.Select(Of)),
            Row($"{level} CI, Clopper-Pearson", 1, rates.Select(rate => Limits(rate.ClopperPearson))),
            Row($"{level} CI, Wilson", 1, rates.Select(rate => Limits(rate.Wilson))),
        });
        return new TableModel(
            "Best response",
            [
                new("Response", TableAlignment.Left),
                .. table.Groups.Select(group => new TableColumn(string.Create(
                    CultureInfo.InvariantCulture, $"{group.Name} (N = {group.N})"))),
            ],
            [Row("Best response, n (%)", 0, table.Groups.Select(_ => TableCell.Empty)), .. levels, .. missing, .. rates],
            [.. Notes(table, hasMissing)]);
    }

    private static IEnumerable<TableNote> Notes(ResponseTable table, bool hasMissing)
    {
        yield return table.Options.EvaluableOnly
            ? "Rates are of those with an evaluable response."
            : $"Rates are of all patients: who is not evaluable{(hasMissing ? " or has no response in the data" : "")} has not responded.";
        if (table.Omitted > 0)
        {
            yield return $"{NumberText.Count(table.Omitted, "row")} left out because {table.By} is missing.";
        }
    }

    private static TableModel Differences(ResponseTable table)
    {
        string level = NumberText.Level(table.Options.Level);
        return new TableModel(
            "Differences between groups",
            [
                new("Rate", TableAlignment.Left), new("Comparison", TableAlignment.Left),
                .. TableColumns.Numbers("Difference, %", $"{level} CI", "P"),
            ],
            table.Differences.Select(row => new TableRow(
            [
                row.Name,
                $"{row.Group} − {row.Reference}",
                TableCell.Number(100 * row.Difference, NumberKind.Percent),
                $"{Percent(row.Lower)} to {Percent(row.Upper)}",
                TableCell.Number(row.P, NumberKind.P, ""),
            ])),
            "Differences in percentage points; CI: Newcombe's, from Wilson limits; P: Fisher's exact test.");
    }

    private static TableRow Row(string label, int indent, IEnumerable<TableCell> cells) => new([label, .. cells], indent);

    private static TableCell Of(ResponseRate rate) => rate.Of == 0
        ? "NA"
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Count}/{rate.Of} ({Percent(rate.Rate)}%)");

    private static TableCell Limits((double Lower, double Upper) limits) =>
        double.IsNaN(limits.Lower) ? TableCell.Empty : $"{Percent(limits.Lower)}–{Percent(limits.Upper)}";

    private static string Share(int count, int of) => of == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{count} ({Percent((double)count / of)}%)");

    private static string Percent(double share) => NumberText.Format(100 * share, NumberKind.Percent);
}
