using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Incidences as a table: a row a group and cause.</summary>
internal static class IncidenceTables
{
    /// <summary>The columns of the names of groups and causes.</summary>
    public static ImmutableArray<TableColumn> Names { get; } = [CurveTables.Group, new("cause", TableAlignment.Left)];

    public static TableModel Summary(
        IReadOnlyList<CumulativeIncidenceCurve> curves,
        string formula,
        int omitted,
        int weightless = 0,
        string? censored = null,
        ImmutableArray<string> cautions = default) => new(
            ResultSentences.Title("Cumulative incidence", formula),
            [
                .. Names,
                .. TableColumns.Numbers("n", "events", "last time", "incidence", "se"),
                .. TableColumns.Limits(curves[0].Options.Level),
            ],
            curves.SelectMany(curve => curve.Causes.Select(cause => new TableRow(
            [
                curve.Group,
                cause.Cause,
                TableCell.Number(curve.Observations, NumberKind.Count),
                TableCell.Number(cause.EventTotal, NumberKind.Count),
                TableCell.Number(curve.Time[^1], NumberKind.Time),
                TableCell.Number(cause.Incidence[^1], NumberKind.Probability),
                TableCell.Number(cause.StandardError[^1], NumberKind.Probability),
                TableCell.Number(cause.Lower[^1], NumberKind.Probability),
                TableCell.Number(cause.Upper[^1], NumberKind.Probability),
            ]))),
            [.. Censoring(censored), .. ResultSentences.LeftOut(omitted, weightless)])
        {
            Cautions = cautions.IsDefault ? [] : cautions,
        };

    /// <summary>Which level was taken as censoring, so that a reader sees where the levels stand in another order.</summary>
    public static IEnumerable<TableNote> Censoring(string? level) => level is null ? [] : [$"Censored: \"{level}\"."];
}
