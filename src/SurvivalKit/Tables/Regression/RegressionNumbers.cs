using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The numbers of a regression table at full precision.</summary>
internal static class RegressionNumbers
{
    public static DataFrame FrameOf(RegressionTable table)
    {
        (RegressionRow Row, string Model, RegressionCell Cell)[] cells = [.. table.Rows.SelectMany(row => row.Cells
            .Select((cell, place) => (row, table.Models[place].Heading, Cell: cell!)).Where(cell => cell.Cell is not null))];
        var frame = new DataFrame(
            new StringDataFrameColumn("model", cells.Select(cell => cell.Model)),
            new StringDataFrameColumn("variable", cells.Select(cell => cell.Row.Variable)),
            new StringDataFrameColumn("level", cells.Select(cell => cell.Row.Level)),
            new StringDataFrameColumn("label", cells.Select(cell => cell.Row.Label)),
            new StringDataFrameColumn("row", cells.Select(cell => RowName(cell.Row, cell.Cell))),
            new Int32DataFrameColumn("n", cells.Select(cell => cell.Cell.Count)),
            new Int32DataFrameColumn("events", cells.Select(cell => cell.Cell.Events)),
            FrameColumn.Numbers("coef", cells.Select(cell => Of(cell.Cell, term => term.Coefficient, 0))),
            FrameColumn.Numbers("se", cells.Select(cell => Of(cell.Cell, ErrorOf))),
            FrameColumn.Numbers("hazard_ratio", cells.Select(cell => Of(cell.Cell, term => term.HazardRatio, 1))),
            FrameColumn.Numbers("lower", cells.Select(cell => Of(cell.Cell, term => term.Lower))),
            FrameColumn.Numbers("upper", cells.Select(cell => Of(cell.Cell, term => term.Upper))),
            FrameColumn.Numbers("p", cells.Select(cell => Of(cell.Cell, term => term.P))),
            new StringDataFrameColumn("test", cells.Select(cell => cell.Cell.Test?.Test)),
            FrameColumn.Numbers("chi_square", cells.Select(cell => cell.Cell.Test?.Statistic)),
            FrameColumn.Numbers("df", cells.Select(cell => cell.Cell.Test?.DegreesOfFreedom)),
            FrameColumn.Numbers("test_p", cells.Select(cell => cell.Cell.Test?.P)));
        if (table.Options.EValues)
        {
            frame.Columns.Add(FrameColumn.Numbers("e_value", cells.Select(cell => cell.Cell.EValue)));
            frame.Columns.Add(FrameColumn.Numbers("e_value_limit", cells.Select(cell => cell.Cell.EValueOfLimit)));
        }

        return frame;
    }

    public static ResultRecord RecordOf(RegressionTable table) => new()
    {
        ["level"] = table.Level,
        ["models"] = table.Models.Select(model => new ResultRecord
        {
            ["heading"] = model.Heading,
            ["fits"] = model.Fits.Select(fit => fit.ToRecord()),
        }),
        ["rows"] = table.Rows.Select(row => new ResultRecord
        {
            ["variable"] = row.Variable,
            ["level"] = row.Level,
            ["label"] = row.Label,
            ["kind"] = row.Kind,
            ["cells"] = row.Cells.Select(cell => cell is null ? null : OfCell(cell)),
        }),
    };

    private static ResultRecord OfCell(RegressionCell cell) => new()
    {
        ["n"] = cell.Count,
        ["events"] = cell.Events,
        ["isReference"] = cell.IsReference,
        ["term"] = cell.Term is { } term ? CoxRecords.OfTerm(term) : null,
        ["test"] = cell.Test?.ToRecord(),
        ["isEstimable"] = cell.IsEstimable,
        ["eValue"] = cell.EValue,
        ["eValueOfLimit"] = cell.EValueOfLimit,
    };

    private static string RowName(RegressionRow row, RegressionCell cell) =>
        cell.IsReference ? "reference" : row.Kind.ToString().ToLowerInvariant();

    // The numbers of a coefficient that is not estimable are only where the iteration stopped.
    private static double? Of(RegressionCell cell, Func<CoxTerm, double> of, double? ofReference = null) =>
        cell.IsReference ? ofReference : cell is { Term: { } term, IsEstimable: true } ? of(term) : null;

    private static double ErrorOf(CoxTerm term) => term.RobustStandardError ?? term.StandardError;
}
