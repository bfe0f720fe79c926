using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Turnbull's estimates as tables and columns.</summary>
internal static class TurnbullTables
{
    /// <summary>A row a group: numbers of observations of each kind, and the median.</summary>
    public static TableModel Summary(TurnbullCurves curves) => new(
        ResultSentences.Title("Survival of interval-censored times (Turnbull)", curves.Formula),
        [
            CurveTables.Group,
            .. TableColumns.Numbers("n", "exact", "left-censored", "right-censored", "log-likelihood"),
            new("median in", TableAlignment.Left),
        ],
        curves.Select(curve => new TableRow(
        [
            curve.Group,
            TableCell.Number(curve.Observations, NumberKind.Count),
            TableCell.Number(curve.Exact, NumberKind.Count),
            TableCell.Number(curve.LeftCensored, NumberKind.Count),
            TableCell.Number(curve.RightCensored, NumberKind.Count),
            TableCell.Number(curve.LogLikelihood, NumberKind.LogLikelihood),
            Interval(curve.Quantile(0.5).Lower, curve.Quantile(0.5).Upper),
        ])),
        [.. ResultSentences.LeftOut(curves.Omitted, curves.Weightless)])
    {
        Cautions = curves.Cautions,
    };

    /// <summary>A row for each interval with mass.</summary>
    public static TableModel OfCurve(TurnbullCurve curve)
    {
        bool hasLimits = curve.Options.Bootstrap > 0;
        string[] notes = hasLimits
            ? [FormattableString.Invariant($"Limits from {curve.Options.Bootstrap} bootstrap samples, point by point.")]
            : [];
        return new(
            curve.Group == "all" ? "Intervals with mass" : $"Intervals with mass: {curve.Group}",
            [
                new("interval", TableAlignment.Left),
                .. TableColumns.Numbers("probability", "survival after"),
                .. hasLimits ? [.. TableColumns.Limits(curve.Options.Level)] : Array.Empty<TableColumn>(),
            ],
            curve.Masses.Select(mass => new TableRow(
            [
                Interval(mass.Lower, mass.Upper),
                TableCell.Number(mass.Probability, NumberKind.Probability),
                TableCell.Number(mass.Survival, NumberKind.Probability),
                .. mass.SurvivalLower is { } lower && mass.SurvivalUpper is { } upper
                    ? (TableCell[])[TableCell.Number(lower, NumberKind.Probability), TableCell.Number(upper, NumberKind.Probability)] : [],
            ])),
            notes.Select(text => (TableNote)text));
    }

    /// <summary>The masses of all groups as columns.</summary>
    public static DataFrame Frame(IReadOnlyList<TurnbullCurve> curves)
    {
        (string Group, TurnbullMass Mass)[] rows = [.. curves.SelectMany(curve => curve.Masses.Select(mass => (curve.Group, mass)))];
        return new(
            new StringDataFrameColumn("group", rows.Select(row => row.Group)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Mass.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Mass.Upper)),
            FrameColumn.Numbers("probability", rows.Select(row => row.Mass.Probability)),
            FrameColumn.Numbers("survival", rows.Select(row => row.Mass.Survival)),
            FrameColumn.Numbers("survival_lower", rows.Select(row => row.Mass.SurvivalLower)),
            FrameColumn.Numbers("survival_upper", rows.Select(row => row.Mass.SurvivalUpper)));
    }

    // (4, 5], (44, inf), 7.
    private static string Interval(double lower, double upper)
    {
        string Text(double time) => NumberText.Format(time, NumberKind.Time);
        return lower == upper ? Text(lower)
            : double.IsPositiveInfinity(upper) ? $"({Text(lower)}, inf)"
            : double.IsNegativeInfinity(lower) ? $"until {Text(upper)}"
            : $"({Text(lower)}, {Text(upper)}]";
    }
}
