using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Mean cumulative functions as tables, frames and records.</summary>
internal static class MeanCumulativeTables
{
    public static TableModel Summary(
        IReadOnlyList<MeanCumulativeCurve> curves, string formula, int omitted = 0, int weightless = 0, string[]? cautions = null)
    {
        bool hasTerminal = curves[0].HasTerminal;
        string terminal = hasTerminal ? string.Join(", ", curves[0].Options.Terminal.Select(level => $"\"{level}\"")) : "";
        return new(
            ResultSentences.Title("Mean cumulative function", formula),
            [
                CurveTables.Group,
                .. TableColumns.Numbers("subjects", "events"),
                .. hasTerminal ? TableColumns.Numbers("terminal") : [],
                .. TableColumns.Numbers("last time", "mean", "se"),
                .. TableColumns.Limits(curves[0].Options.Level),
            ],
            curves.Select(curve => new TableRow(
            [
                curve.Group,
                TableCell.Number(curve.Subjects, NumberKind.Count),
                TableCell.Number(curve.EventTotal, NumberKind.Count),
                .. hasTerminal ? (TableCell[])[TableCell.Number(curve.TerminalTotal, NumberKind.Count)] : [],
                TableCell.Number(curve.Time[^1], NumberKind.Time),
                .. Cells(curve.Step(curve.Time.Length - 1)),
            ])),
            [
                .. hasTerminal
                    ? (TableNote[])[$"Terminal: {terminal}; the mean is over all subjects, the dead too."]
                    : [],
                .. ResultSentences.LeftOut(omitted, weightless),
            ])
        {
            Cautions = [.. cautions ?? []],
        };
    }

    public static TableModel AtTimes(IReadOnlyList<MeanCumulativeCurve> curves, IReadOnlyList<double> times) => new(
        "Mean number of events at given times",
        [
            CurveTables.Group,
            .. TableColumns.Numbers("time", "at risk", "events", "mean", "se"),
            .. TableColumns.Limits(curves[0].Options.Level),
        ],
        curves.SelectMany(curve => curve.At(times).Select(row => new TableRow(
        [
            curve.Group,
            TableCell.Number(row.Time, NumberKind.Time),
            TableCell.Number(row.AtRisk, NumberKind.Count),
            TableCell.Number(row.Events, NumberKind.Count),
            .. Cells(row),
        ]))));

    public static DataFrame Frame(IReadOnlyList<MeanCumulativeCurve> curves, IReadOnlyList<double>? times)
    {
        (string Group, MeanCumulativePoint Row)[] rows =
        [
            .. curves.SelectMany(curve => (times is null ? Enumerable.Range(0, curve.Time.Length).Select(curve.Step) : curve.At(times))
                .Select(row => (curve.Group, row))),
        ];
        return new DataFrame(
            new FactorColumn("group", rows.Select(row => row.Group), curves.Select(curve => curve.Group)),
            FrameColumn.Numbers("time", rows.Select(row => row.Row.Time)),
            FrameColumn.Numbers("at_risk", rows.Select(row => row.Row.AtRisk)),
            FrameColumn.Numbers("events", rows.Select(row => row.Row.Events)),
            FrameColumn.Numbers("mean", rows.Select(row => row.Row.Mean)),
            FrameColumn.Numbers("se", rows.Select(row => row.Row.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Row.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Row.Upper)));
    }

    public static ResultRecord Record(
        IReadOnlyList<MeanCumulativeCurve> curves, string formula, IReadOnlyList<double> times, int omitted = 0) => new()
        {
            ["formula"] = formula,
            ["n"] = curves.Sum(curve => curve.Subjects),
            ["omitted"] = omitted,
            ["terminal"] = curves[0].Options.Terminal.IsDefault ? [] : curves[0].Options.Terminal,
            ["confType"] = curves[0].Options.ConfidenceType,
            ["level"] = curves[0].Options.Level,
            ["curves"] = curves.Select(curve => new ResultRecord
            {
                ["group"] = curve.Group,
                ["n"] = curve.Subjects,
                ["events"] = curve.EventTotal,
                ["terminalEvents"] = curve.TerminalTotal,
                ["at"] = (times.Count == 0 ? [] : curve.At(times)).Select(Step),
                ["steps"] = Enumerable.Range(0, curve.Time.Length).Select(i => Step(curve.Step(i))),
            }),
        };

    private static TableCell[] Cells(MeanCumulativePoint row) =>
    [
        TableCell.Number(row.Mean, NumberKind.Estimate),
        TableCell.Number(row.StandardError, NumberKind.Error),
        TableCell.Number(row.Lower, NumberKind.Estimate),
        TableCell.Number(row.Upper, NumberKind.Estimate),
    ];

    private static ResultRecord Step(MeanCumulativePoint row) => new()
    {
        ["time"] = row.Time,
        ["atRisk"] = row.AtRisk,
        ["events"] = row.Events,
        ["mean"] = row.Mean,
        ["se"] = row.StandardError,
        ["lower"] = row.Lower,
        ["upper"] = row.Upper,
    };
}
