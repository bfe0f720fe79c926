using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>State occupancy as tables, frames and records.</summary>
internal static class StateTables
{
    private static readonly TableColumn[] Names = [CurveTables.Group, new("state", TableAlignment.Left)];

    public static TableModel Summary(
        IReadOnlyList<StateOccupancyCurve> curves, string formula, int omitted = 0, int weightless = 0, string[]? cautions = null) => new(
            ResultSentences.Title("State occupancy", formula),
            [
                .. Names,
                .. TableColumns.Numbers("subjects", "entries", "last time", "probability", "se"),
                .. TableColumns.Limits(curves[0].Options.Level),
            ],
            curves.SelectMany(curve => curve.States.Select(state => new TableRow(
            [
                curve.Group,
                state.State,
                TableCell.Number(curve.Subjects, NumberKind.Count),
                TableCell.Number(state.Entries.Sum(), NumberKind.Count),
                TableCell.Number(curve.Time[^1], NumberKind.Time),
                .. Cells(state.Step(curve.Time.Length - 1)),
            ]))),
            ResultSentences.LeftOut(omitted, weightless).Select(text => (TableNote)text))
        {
            Cautions = [.. cautions ?? []],
        };

    public static TableModel MeanTimes(IReadOnlyList<StateOccupancyCurve> curves, double horizon) => new(
        $"Mean time in each state up to {NumberText.Format(horizon, NumberKind.Time)}",
        [.. Names, .. TableColumns.Numbers("mean", "se")],
        curves.SelectMany(curve => curve.States.Select(state => (curve, state, mean: state.MeanTime(horizon)))).Select(row => new TableRow(
        [
            row.curve.Group,
            row.state.State,
            TableCell.Number(row.mean.Estimate, NumberKind.Estimate),
            TableCell.Number(row.mean.StandardError, NumberKind.Error),
        ])),
        curves.Where(curve => horizon > curve.Time[^1]).Select(curve => new TableNote(
            $"{curve.Group} was observed to {NumberText.Format(curve.Time[^1], NumberKind.Time)} only; "
                + "its probabilities were taken to stay where they were.")));

    public static TableModel AtTimes(IReadOnlyList<StateOccupancyCurve> curves, IReadOnlyList<double> times) => new(
        "Probabilities at given times",
        [
            .. Names,
            .. TableColumns.Numbers("time", "at risk", "entries", "probability", "se"),
            .. TableColumns.Limits(curves[0].Options.Level),
        ],
        curves.SelectMany(curve => curve.States.SelectMany(state => state.At(times).Select(row => new TableRow(
        [
            curve.Group,
            state.State,
            TableCell.Number(row.Time, NumberKind.Time),
            TableCell.Number(row.AtRisk, NumberKind.Count),
            TableCell.Number(row.Entries, NumberKind.Count),
            .. Cells(row),
        ])))));

    public static DataFrame Frame(IReadOnlyList<StateOccupancyCurve> curves, IReadOnlyList<double>? times)
    {
        (string Group, string State, StatePoint Row)[] rows =
        [
            .. curves.SelectMany(curve => curve.States.SelectMany(state =>
                (times is null ? Enumerable.Range(0, curve.Time.Length).Select(state.Step) : state.At(times))
                    .Select(row => (curve.Group, state.State, row)))),
        ];
        return new DataFrame(
            new FactorColumn("group", rows.Select(row => row.Group), curves.Select(curve => curve.Group)),
            new FactorColumn("state", rows.Select(row => row.State), curves[0].States.Select(state => state.State)),
            FrameColumn.Numbers("time", rows.Select(row => row.Row.Time)),
            FrameColumn.Numbers("at_risk", rows.Select(row => row.Row.AtRisk)),
            FrameColumn.Numbers("entries", rows.Select(row => row.Row.Entries)),
            FrameColumn.Numbers("probability", rows.Select(row => row.Row.Probability)),
            FrameColumn.Numbers("se", rows.Select(row => row.Row.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Row.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Row.Upper)));
    }

    public static ResultRecord Record(
        IReadOnlyList<StateOccupancyCurve> curves, string formula, StateSummaryOptions asked, int omitted) => new()
        {
            ["formula"] = formula,
            ["n"] = curves.Sum(curve => curve.Subjects),
            ["omitted"] = omitted,
            ["confType"] = CurveRecords.WordOf(curves[0].Options.ConfidenceType),
            ["level"] = curves[0].Options.Level,
            ["curves"] = curves.Select(curve => new ResultRecord
            {
                ["group"] = curve.Group,
                ["n"] = curve.Subjects,
                ["transitions"] = curve.Transitions.Select(count => new ResultRecord
                {
                    ["from"] = count.From,
                    ["to"] = count.To,
                    ["count"] = count.Count,
                }),
                ["states"] = curve.States.Select(state => OfState(curve, state, asked)),
            }),
        };

    private static ResultRecord OfState(StateOccupancyCurve curve, StateProbability state, StateSummaryOptions asked) => new()
    {
        ["state"] = state.State,
        ["initial"] = state.Initial,
        ["meanTime"] = asked.Horizon is { } tau && state.MeanTime(tau) is var mean
            ? new ResultRecord { ["tau"] = tau, ["estimate"] = mean.Estimate, ["se"] = mean.StandardError }
            : null,
        ["at"] = (asked.Times.IsEmpty ? [] : state.At(asked.Times)).Select(Step),
        ["steps"] = Enumerable.Range(0, curve.Time.Length).Select(i => Step(state.Step(i))),
    };

    private static TableCell[] Cells(StatePoint row) =>
    [
        TableCell.Number(row.Probability, NumberKind.Probability),
        TableCell.Number(row.StandardError, NumberKind.Probability),
        TableCell.Number(row.Lower, NumberKind.Probability),
        TableCell.Number(row.Upper, NumberKind.Probability),
    ];

    private static ResultRecord Step(StatePoint row) => new()
    {
        ["time"] = row.Time,
        ["atRisk"] = row.AtRisk,
        ["entries"] = row.Entries,
        ["probability"] = row.Probability,
        ["se"] = row.StandardError,
        ["lower"] = row.Lower,
        ["upper"] = row.Upper,
    };
}
