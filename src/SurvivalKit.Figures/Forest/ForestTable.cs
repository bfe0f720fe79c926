using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A regression table as the rows of a forest plot.</summary>
internal static class ForestTable
{
    public static ImmutableArray<ForestRow> RowsOf(RegressionTable table) => [.. table.Rows.Select(row =>
    {
        RegressionCell? counted = row.Cells.LastOrDefault(cell => cell?.Count is not null);
        return new ForestRow
        {
            Label = row.Label,
            Kind = row.Kind == RegressionRowKind.Heading ? ForestRowKind.Heading
                : row.Cells.All(cell => cell is null or { IsReference: true }) ? ForestRowKind.Reference
                : ForestRowKind.Estimate,
            Indent = row.Indent,
            Count = counted?.Count,
            Events = counted?.Events,
            Estimates = [.. row.Cells.Select(EstimateOf)],
            JointP = [.. row.Cells.Select(JointPOf)],
        };
    })];

    /// <summary>The size of each sample, and what the drawing does not say itself.</summary>
    public static string FootnoteOf(RegressionTable table)
    {
        RegressionCell[] cells = [.. table.Rows.SelectMany(row => row.Cells).OfType<RegressionCell>()];
        IEnumerable<string> tests = cells.Select(cell => cell.Test?.Test).OfType<string>().Distinct()
            .Select(test => $"P of a variable with several coefficients: {test} of all of them.");
        return string.Join(" ", [.. tests, .. table.Models.Select(SampleOf), .. OfCounts(table)]);
    }

    private static ForestEstimate? EstimateOf(RegressionCell? cell)
    {
        if (cell is not { Term: { } term })
        {
            return null;
        }

        var estimate = ForestEstimate.From(term);
        return cell is { Spread: > 0 and { } spread, IsEstimable: true }
            ? estimate with { Weight = estimate.EffectiveWeight / (4 * spread * spread) }
            : estimate;
    }

    private static double? JointPOf(RegressionCell? cell) => cell is null or { Term: not null } or { IsReference: true } ? null
        : cell.IsEstimable ? cell.Test?.P
        : double.NaN;

    private static string SampleOf(RegressionModel model)
    {
        string heading = model.Heading.Length == 0 ? "" : model.Heading + ": ";
        int[] rows = [.. model.Fits.Select(fit => fit.Subjects ?? fit.Observations)], events = [.. model.Fits.Select(fit => fit.Events)];
        string left = model.Fits is [{ Omitted: > 0 } fit] ? $" {NumberText.Count(fit.Omitted, "row")} left out." : "";
        return $"{heading}{Range(rows, "observation")}, {Range(events, "event")}.{left}";
    }

    private static string Range(int[] numbers, string one) => numbers.Min() == numbers.Max()
        ? NumberText.Count(numbers[0], one)
        : FormattableString.Invariant($"{numbers.Min()} to {numbers.Max()} {one}s");

    private static IEnumerable<string> OfCounts(RegressionTable table)
    {
        bool areDifferent = table.Rows.Any(
            row => row.Cells.Where(cell => cell?.Count is not null).Select(cell => (cell!.Count, cell.Events)).Distinct().Count() > 1);
        return areDifferent ? [$"Events/No.: {table.Models[^1].Heading}."] : [];
    }
}
