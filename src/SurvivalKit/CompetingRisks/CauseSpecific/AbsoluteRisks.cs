using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Absolute risks of competing causes for rows of new data at given times:
/// <see cref="CauseSpecificFit.AbsoluteRisks(DataFrame, double[])"/>.</summary>
public sealed class AbsoluteRisks : IResult
{
    internal AbsoluteRisks(
        ImmutableArray<AbsoluteRisk> risks, ImmutableArray<string> causes, ImmutableArray<double> times, int missing, double level)
    {
        Risks = risks;
        Causes = causes;
        Times = times;
        Missing = missing;
        Level = level;
    }

    /// <summary>The risks of each row, and of each stratum in a row that names none.</summary>
    public ImmutableArray<AbsoluteRisk> Risks { get; }

    /// <summary>The causes.</summary>
    public ImmutableArray<string> Causes { get; }

    /// <summary>The times.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The number of rows that have no prediction, because a value that a model uses is missing.</summary>
    public int Missing { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Level { get; }

    /// <summary>A row for each row of the data, cause and time: row, stratum, cause, time, risk, se, lower, upper.</summary>
    public DataFrame ToDataFrame()
    {
        (AbsoluteRisk Risk, string Cause, AbsoluteRiskEstimate At)[] rows = [.. Rows()];
        return new DataFrame(
            new Int32DataFrameColumn("row", rows.Select(row => row.Risk.Row)),
            new StringDataFrameColumn("stratum", rows.Select(row => row.Risk.Stratum)),
            new FactorColumn("cause", rows.Select(row => row.Cause), Causes),
            FrameColumn.Numbers("time", rows.Select(row => row.At.Time)),
            FrameColumn.Numbers("risk", rows.Select(row => row.At.Risk)),
            FrameColumn.Numbers("se", rows.Select(row => row.At.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.At.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.At.Upper)));
    }

    /// <summary>A row for each row of the data, cause and time.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        bool hasStrata = Risks.Any(risk => risk.Stratum != "all");
        return
        [
            new(
                "Absolute risks",
                [
                    new("row"),
                    .. hasStrata ? (TableColumn[])[new("stratum", TableAlignment.Left)] : [],
                    new("cause", TableAlignment.Left),
                    .. TableColumns.Numbers("time", "risk", "se"),
                    .. TableColumns.Limits(Level),
                ],
                Rows().Select(row => new TableRow(
                [
                    TableCell.Number(row.Risk.Row ?? double.NaN, NumberKind.Count),
                    .. hasStrata ? (TableCell[])[row.Risk.Stratum] : [],
                    row.Cause,
                    TableCell.Number(row.At.Time, NumberKind.Time),
                    TableCell.Number(row.At.Risk, NumberKind.Probability),
                    TableCell.Number(row.At.StandardError, NumberKind.Probability),
                    TableCell.Number(row.At.Lower, NumberKind.Probability),
                    TableCell.Number(row.At.Upper, NumberKind.Probability),
                ])),
                ResultSentences.WithoutPrediction(Missing).Select(text => (TableNote)text)),
        ];
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["missing"] = Missing,
        ["level"] = Level,
        ["risks"] = Risks.Select(risk => new ResultRecord
        {
            ["row"] = risk.Row,
            ["stratum"] = risk.Stratum,
            ["causes"] = Causes.Select(cause => new ResultRecord
            {
                ["cause"] = cause,
                ["at"] = risk.At(cause, Times).Select(RecordOf),
            }),
            ["free"] = risk.FreeAt(Times).Select(RecordOf),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static ResultRecord RecordOf(AbsoluteRiskEstimate at) => new()
    {
        ["time"] = at.Time,
        ["risk"] = at.Risk,
        ["se"] = at.StandardError,
        ["lower"] = at.Lower,
        ["upper"] = at.Upper,
    };

    private IEnumerable<(AbsoluteRisk Risk, string Cause, AbsoluteRiskEstimate At)> Rows() =>
        Risks.SelectMany(risk => Causes.SelectMany(cause => risk.At(cause, Times).Select(at => (risk, cause, at))));
}
