using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The number of events that a Cox model expects of each observation during its time at risk; equals R's <c>predict.coxph</c> of
/// the types expected and survival.</summary>
/// <remarks>
/// One element an observation; NaN where a value that the model or the response uses is missing. R's own standard errors are
/// different for intervals <c>(start, stop]</c>: it takes the difference of the variances at their ends, where the variance of the
/// difference of the hazards is correct, and with new data mistakes the end for the start.
/// </remarks>
public sealed class CoxExpected : IResult
{
    private readonly Lazy<ImmutableArray<double>> _standardError;

    internal CoxExpected(ImmutableArray<double> events, Lazy<ImmutableArray<double>> standardError)
    {
        Events = events;
        _standardError = standardError;
    }

    /// <summary>The number of observations.</summary>
    public int Count => Events.Length;

    /// <summary>The number of those that have no prediction, because a value is missing.</summary>
    public int Missing => Events.Count(double.IsNaN);

    /// <summary>The expected number of events: the cumulative hazard over the time at risk.</summary>
    public ImmutableArray<double> Events { get; }

    /// <summary>Its standard error, including that of the coefficients. Computed on first use.</summary>
    public ImmutableArray<double> StandardError => _standardError.Value;

    /// <summary>The probability of surviving the time at risk, exp(-expected).</summary>
    public ImmutableArray<double> Survival => [.. Events.Select(events => Math.Exp(-events))];

    /// <summary>The standard error of the survival.</summary>
    public ImmutableArray<double> SurvivalError => [.. Events.Zip(StandardError, (events, error) => Math.Exp(-events) * error)];

    /// <summary>A row an observation: row (from 1), expected, se, survival, survival_se.</summary>
    public DataFrame ToDataFrame() => new(
        new Int32DataFrameColumn("row", Enumerable.Range(1, Count)),
        new DoubleDataFrameColumn("expected", MissingValues.AsNull(Events)),
        new DoubleDataFrameColumn("se", MissingValues.AsNull(StandardError)),
        new DoubleDataFrameColumn("survival", MissingValues.AsNull(Survival)),
        new DoubleDataFrameColumn("survival_se", MissingValues.AsNull(SurvivalError)));

    /// <summary>A row an observation: expected events and survival, each with its error.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Expected events",
            TableColumns.Numbers("row", "expected", "se", "survival", "se of S"),
            Enumerable.Range(0, Count).Select(row => new TableRow(
            [
                TableCell.Number(row + 1, NumberKind.Count),
                TableCell.Number(Events[row], NumberKind.Estimate),
                TableCell.Number(StandardError[row], NumberKind.Error),
                TableCell.Number(Math.Exp(-Events[row]), NumberKind.Probability),
                TableCell.Number(Math.Exp(-Events[row]) * StandardError[row], NumberKind.Probability),
            ])),
            ResultSentences.WithoutPrediction(Missing).Select(text => (TableNote)text)),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["missing"] = Missing,
        ["expected"] = Enumerable.Range(0, Count).Select(row => new ResultRecord
        {
            ["row"] = row + 1,
            ["expected"] = Events[row],
            ["se"] = StandardError[row],
            ["survival"] = Math.Exp(-Events[row]),
            ["survivalSe"] = Math.Exp(-Events[row]) * StandardError[row],
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
