using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>Curves as <c>survkit km</c> shows them.</summary>
/// <param name="curves">The curves.</param>
/// <param name="confidenceType">The scale of the intervals, by its word on the command line.</param>
/// <param name="times">The times that were asked for.</param>
/// <param name="quantiles">The quantiles that were asked for.</param>
/// <param name="horizon">The horizon of the restricted mean, where one was asked for.</param>
internal sealed class KaplanMeierReport(KaplanMeierCurves curves, string confidenceType, double[] times, double[] quantiles, double? horizon) : Report
{
    private readonly string _lower = NumberText.Percent(curves.Options.Level) + " lower";
    private readonly string _upper = NumberText.Percent(curves.Options.Level) + " upper";

    public override object ToJson() => KaplanMeierJson.Of(curves, confidenceType, times, quantiles, horizon);

    public override TableModel ToTidyTable()
    {
        if (times.Length == 0)
        {
            return TidyTable.Of(curves.ToDataFrame());
        }

        return TidyTable.Of(
            ["group", "time", "at_risk", "events", "censored", "survival", "se", "lower", "upper"],
            curves.SelectMany(curve => curve.At(times).Select(row =>
                new object?[] { curve.Group, row.Time, row.AtRisk, row.Events, row.Censored, row.Survival, row.StandardError, row.Lower, row.Upper })));
    }

    public override IReadOnlyList<TableModel> Tables()
    {
        List<TableModel> tables = [Summary()];
        if (quantiles.Length > 0)
        {
            tables.Add(Table(
                "Times by which a fraction has had the event",
                ["fraction", "time", _lower, _upper],
                curve => quantiles.Select(curve.Quantile).Select(q => new[] { NumberText.Short(q.Probability), Time(q.Estimate), Time(q.Lower), Time(q.Upper) })));
        }

        if (horizon is { } tau)
        {
            tables.AddRange(RestrictedMeanTables.Of(curves, tau));
        }

        if (times.Length > 0)
        {
            tables.Add(Table(
                "Survival at given times",
                ["time", "at risk", "events", "censored", "survival", "se", _lower, _upper],
                curve => curve.At(times).Select(row => new[]
                {
                    NumberText.Short(row.Time),
                    NumberText.Short(row.AtRisk),
                    NumberText.Short(row.Events),
                    NumberText.Short(row.Censored),
                    Share(row.Survival),
                    Share(row.StandardError),
                    Share(row.Lower),
                    Share(row.Upper),
                })));
        }

        return tables;
    }

    private TableModel Summary() =>
        Table(
            "Kaplan-Meier: " + curves.Formula,
            ["n", "events", "median", _lower, _upper],
            curve => [[NumberText.Short(curve.Observations), NumberText.Short(curve.EventTotal), Time(curve.Median.Estimate), Time(curve.Median.Lower), Time(curve.Median.Upper)]],
            [.. curves[0].IsRobust ? ["Standard errors are robust."] : Array.Empty<string>(), .. NumberText.OmittedRows(curves.Omitted)]);

    private TableModel Table(string title, string[] columns, Func<KaplanMeierCurve, IEnumerable<string[]>> rows, IEnumerable<string>? notes = null) => new(
        title,
        [new TableColumn("group", TableAlignment.Left), .. columns.Select(column => new TableColumn(column))],
        curves.SelectMany(curve => rows(curve).Select(cells => new TableRow([curve.Group, .. cells]))),
        notes ?? []);

    private static string Time(double? time) => time is { } value ? NumberText.Short(value) : "not reached";

    private static string Share(double value) => double.IsNaN(value) ? "NA" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
