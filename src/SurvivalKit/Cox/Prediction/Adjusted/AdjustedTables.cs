using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The tables and the record of adjusted curves.</summary>
internal static class AdjustedTables
{
    public static ImmutableArray<TableModel> Of(AdjustedCurves curves)
    {
        bool hasTimes = !curves.Options.Times.IsEmpty;
        bool hasMeans = curves.Options.Horizon is not null;
        string rows = $"Averages over {NumberText.Count(curves.Observations, "row")}, each with every value of {curves.Variable} in turn.";
        string horizon = hasMeans ? NumberText.Format(curves.Options.Horizon!.Value, NumberKind.Time) : "";
        List<TableModel> tables = [];
        if (hasTimes || !hasMeans)
        {
            tables.Add(Table(
                "Adjusted survival", "survival", curves.Level, NumberKind.Probability,
                curves.SelectMany(curve => hasTimes ? curve.At : curve.Steps, (curve, step) => (curve.Group, step))));
        }

        if (hasTimes)
        {
            tables.Add(Table(
                "Differences in adjusted survival", "difference", curves.Level, NumberKind.Probability,
                curves.Contrasts.SelectMany(contrast => contrast.Survival, (contrast, step) => (Name(contrast), step))));
        }

        if (hasMeans)
        {
            tables.Add(Table(
                $"Adjusted mean survival time up to {horizon}", "mean", curves.Level, NumberKind.Estimate,
                curves.Select(curve => (curve.Group, curve.Mean!))));
            tables.Add(Table(
                $"Differences in adjusted mean survival time up to {horizon}", "difference", curves.Level, NumberKind.Estimate,
                curves.Contrasts.Select(contrast => (Name(contrast), contrast.Mean!))));
        }

        tables[0] = new TableModel(tables[0].Title, tables[0].Columns, tables[0].Rows)
        {
            Lead = [rows, .. ResultSentences.LeftOut(curves.Omitted)],
        };
        return [.. tables];
    }

    public static ResultRecord RecordOf(AdjustedCurves curves) => new()
    {
        ["variable"] = curves.Variable,
        ["n"] = curves.Observations,
        ["omitted"] = curves.Omitted,
        ["level"] = curves.Level,
        ["curves"] = curves.Select(curve => new ResultRecord
        {
            ["group"] = curve.Group,
            ["mean"] = curve.Mean is { } mean ? Of(mean) : null,
            ["at"] = curve.At.Select(Of),
            ["steps"] = curve.Steps.Select(Of),
        }),
        ["contrasts"] = curves.Contrasts.Select(contrast => new ResultRecord
        {
            ["group"] = contrast.Group,
            ["reference"] = contrast.Reference,
            ["at"] = contrast.Survival.Select(Of),
            ["mean"] = contrast.Mean is { } mean ? Of(mean) : null,
        }),
    };

    private static TableModel Table(
        string title, string what, double level, NumberKind kind, IEnumerable<(string Name, AdjustedEstimate Estimate)> rows)
    {
        bool hasP = what == "difference";
        return new(
            title,
            [
                new("group", TableAlignment.Left), .. TableColumns.Numbers("time", what, "se"), .. TableColumns.Limits(level),
                .. hasP ? TableColumns.Numbers("P") : [],
            ],
            rows.Select(row => new TableRow(
            [
                row.Name,
                TableCell.Number(row.Estimate.Time, NumberKind.Time),
                TableCell.Number(row.Estimate.Estimate, kind),
                TableCell.Number(row.Estimate.StandardError, kind),
                TableCell.Number(row.Estimate.Lower, kind),
                TableCell.Number(row.Estimate.Upper, kind),
                .. row.Estimate.P is { } p ? (TableCell[])[TableCell.Number(p, NumberKind.P)] : [],
            ])));
    }

    private static string Name(AdjustedContrast contrast) => $"{contrast.Group} - {contrast.Reference}";

    private static ResultRecord Of(AdjustedEstimate estimate)
    {
        var record = new ResultRecord
        {
            ["time"] = estimate.Time,
            ["estimate"] = estimate.Estimate,
            ["se"] = estimate.StandardError,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
        };
        if (estimate.P is { } p)
        {
            record["p"] = p;
        }

        return record;
    }
}
