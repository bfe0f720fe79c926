using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Writes a regression table with a row for each coefficient, without headings and references.</summary>
internal static class CoefficientTables
{
    /// <summary>The table to be read.</summary>
    public static TableModel Summary(RegressionTable table, string title)
    {
        string level = NumberText.Level(table.Level);
        IEnumerable<TableColumn> columns = table.Models.Select(model => model.Heading.Length == 0 ? "" : model.Heading + " ")
            .SelectMany(prefix => (TableColumn[])[new($"{prefix}HR ({level} CI)"), new(prefix + "P")]);
        return new TableModel(
            title,
            [new("Term", TableAlignment.Left), .. columns],
            table.Rows.Select(row => new TableRow([row.Label, .. row.Cells.SelectMany(Cells)])),
            [.. Notes(table)]);
    }

    /// <summary>A row for each coefficient of each model.</summary>
    public static DataFrame FrameOf(RegressionTable table)
    {
        (string Heading, CoxFit Fit, CoxTerm Term)[] rows = [.. table.Fits.SelectMany(
            model => model.Fit.Terms.Select(term => (model.Heading, model.Fit, term)))];
        return new DataFrame(
            new StringDataFrameColumn("model", rows.Select(row => row.Heading)),
            new StringDataFrameColumn("label", rows.Select(row => table.Rows.First(known => known.Variable == row.Term.Name).Label)),
            new StringDataFrameColumn("term", rows.Select(row => row.Term.Name)),
            FrameColumn.Numbers("coef", rows.Select(row => row.Term.Coefficient)),
            FrameColumn.Numbers("se", rows.Select(row => row.Term.RobustStandardError ?? row.Term.StandardError)),
            FrameColumn.Numbers("z", rows.Select(row => row.Term.Z)),
            FrameColumn.Numbers("p", rows.Select(row => row.Term.P)),
            FrameColumn.Numbers("hazard_ratio", rows.Select(row => row.Term.HazardRatio)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Term.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Term.Upper)),
            new Int32DataFrameColumn("n", rows.Select(row => row.Fit.Observations)),
            new Int32DataFrameColumn("events", rows.Select(row => row.Fit.Events)),
            new Int32DataFrameColumn("omitted", rows.Select(row => row.Fit.Omitted)));
    }

    private static TableCell[] Cells(RegressionCell? cell) => cell is not { Term: { } term }
        ? [TableCell.Empty, TableCell.Empty]
        : cell.IsEstimable
            ? [$"{Ratio(term.HazardRatio)} ({Ratio(term.Lower)}–{Ratio(term.Upper)})", TableCell.Number(term.P, NumberKind.P)]
            : ["not estimable", TableCell.Empty];

    private static string Ratio(double ratio) => NumberText.Format(ratio, NumberKind.Ratio);

    private static IEnumerable<TableNote> Notes(RegressionTable table)
    {
        bool saysRobust = RegressionNotes.AreMixed(table);
        return [RegressionNotes.Interval(table), .. table.Fits.Select(Sample).Distinct().Select(text => (TableNote)text)];

        string Sample((string Heading, CoxFit Fit) model)
        {
            CoxFit fit = model.Fit;
            string said = saysRobust && fit.IsRobust ? "; robust" : "";
            IEnumerable<string> sentences =
                [
                    FormattableString.Invariant($"n = {fit.Observations}, events = {fit.Events}{said}."),
                    .. ResultSentences.LeftOut(fit.Omitted),
                    .. fit.Cautions
                ];
            return (model.Heading.Length == 0 ? "" : model.Heading + ": ") + string.Join(" ", sentences);
        }
    }
}
