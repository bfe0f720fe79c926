namespace SurvivalKit;

/// <summary>Residuals as tables: quartiles and range of each column, or a row each.</summary>
internal static class ResidualTables
{
    /// <summary>The name of a kind as a column has it.</summary>
    public static string NameOf(CoxResidualKind kind) => kind switch
    {
        CoxResidualKind.CoxSnell => "cox-snell",
        CoxResidualKind.ScaledSchoenfeld => "scaled-schoenfeld",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The spread of each column.</summary>
    public static TableModel Summary(CoxResiduals residuals) => new(
        $"{Title(residuals.Kind)} residuals of {NumberText.Count(residuals.Rows, UnitOf(residuals))}",
        [new("residual", TableAlignment.Left), .. TableColumns.Numbers("min", "25%", "median", "75%", "max")],
        Enumerable.Range(0, residuals.Columns).Select(j =>
        {
            double[] sorted = residuals.Column(j).ToArray();
            Array.Sort(sorted);
            double[] probabilities = [0, 0.25, 0.5, 0.75, 1];
            return new TableRow(
                [residuals.Names[j], .. probabilities.Select(p => TableCell.Number(Quantile(sorted, p), NumberKind.Estimate))]);
        }));

    /// <summary>Each residual in a row.</summary>
    public static TableModel List(CoxResiduals residuals)
    {
        bool isGrouped = !residuals.Groups.IsEmpty;
        IEnumerable<TableColumn> stratum = residuals.Strata.IsEmpty ? [] : [new("stratum", TableAlignment.Left)];
        string[] time = residuals.Times.IsEmpty ? [] : ["time"];
        return new TableModel(
            $"{Title(residuals.Kind)} residuals",
            [new(isGrouped ? "group" : "row"), .. stratum, .. TableColumns.Numbers([.. time, .. residuals.Names])],
            Enumerable.Range(0, residuals.Rows).Select(row => new TableRow(
            [
                TableCell.Number(isGrouped ? residuals.Groups[row] : residuals.Observations[row] + 1, NumberKind.Count),
                .. residuals.Strata.IsEmpty ? [] : (TableCell[])[residuals.Strata[row]],
                .. residuals.Times.IsEmpty ? [] : (TableCell[])[TableCell.Number(residuals.Times[row], NumberKind.Time)],
                .. Enumerable.Range(0, residuals.Columns).Select(column => TableCell.Number(residuals[row, column], NumberKind.Estimate)),
            ])));
    }

    /// <summary>The residuals as the record of their JSON.</summary>
    public static ResultRecord RecordOf(CoxResiduals residuals) => new()
    {
        ["kind"] = NameOf(residuals.Kind),
        ["residuals"] = Enumerable.Range(0, residuals.Rows).Select(row => new ResultRecord
        {
            ["row"] = residuals.Groups.IsEmpty ? residuals.Observations[row] + 1 : residuals.Groups[row],
            ["stratum"] = residuals.Strata.IsEmpty ? null : residuals.Strata[row],
            ["time"] = residuals.Times.IsEmpty ? null : residuals.Times[row],
            ["values"] = Values(residuals, row),
        }),
    };

    private static ResultRecord Values(CoxResiduals residuals, int row)
    {
        var values = new ResultRecord();
        for (int column = 0; column < residuals.Columns; column++)
        {
            values[residuals.Names[column]] = residuals[row, column];
        }

        return values;
    }

    private static string UnitOf(CoxResiduals residuals) =>
        residuals.Kind is CoxResidualKind.Schoenfeld
            or CoxResidualKind.ScaledSchoenfeld ? "event" : residuals.Groups.IsEmpty ? "observation" : "group";

    private static string Title(CoxResidualKind kind) => kind switch
    {
        CoxResidualKind.CoxSnell => "Cox-Snell",
        CoxResidualKind.ScaledSchoenfeld => "Scaled Schoenfeld",
        CoxResidualKind.DfBeta => "dfbeta",
        CoxResidualKind.DfBetas => "dfbetas",
        _ => kind.ToString(),
    };

    // R's type 7.
    private static double Quantile(double[] sorted, double p)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = p * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }
}
