using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Scaled Schoenfeld residuals over the transformed time: their mean at a time estimates the coefficient at that time (Grambsch
/// and Therneau 1994); the <c>x</c> and <c>y</c> of R's <c>cox.zph(fit, terms = FALSE)</c>. Immutable.</summary>
public sealed class ChangingCoefficients : IResult
{
    private readonly double[][] _columns;

    internal ChangingCoefficients(string transform, ImmutableArray<string> names, double[] times, double[] transformed, double[][] columns)
    {
        _columns = columns;
        Transform = transform;
        Names = names;
        Times = [.. times];
        TransformedTimes = [.. transformed];
    }

    /// <summary>The name of the time scale.</summary>
    public string Transform { get; }

    /// <summary>The estimable coefficients, a column each.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The time of each event, by stratum and time.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The same on the scale of the test.</summary>
    public ImmutableArray<double> TransformedTimes { get; }

    /// <summary>The residuals of a coefficient, one per event, in units of the coefficient; not a number in a stratum in which its
    /// covariate does not vary.</summary>
    /// <param name="column">The column's place, from 0.</param>
    public ReadOnlySpan<double> Column(int column) => _columns[column];

    /// <summary>As a frame: time, transformed_time, and a column a coefficient; what is not a number is missing.</summary>
    public DataFrame ToDataFrame() => new(
    [
        new DoubleDataFrameColumn("time", Times),
        new DoubleDataFrameColumn("transformed_time", TransformedTimes),
        .. Names.Select(
            (name, j) => new DoubleDataFrameColumn(name, _columns[j].Select(value => double.IsNaN(value) ? (double?)null : value))),
    ]);

    /// <summary>A row for each event: its time, on the scale of the test too, and the residual of each coefficient.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Coefficients over time, scale {Transform}",
            TableColumns.Numbers(["time", "scale", .. Names]),
            Enumerable.Range(0, Times.Length).Select(row => new TableRow(
            [
                TableCell.Number(Times[row], NumberKind.Time),
                TableCell.Number(TransformedTimes[row], NumberKind.Estimate),
                .. _columns.Select(column => TableCell.Number(column[row], NumberKind.Estimate)),
            ]))),
    ];

    /// <summary>transform and events: time, transformedTime and values (coefficient: residual).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["transform"] = Transform,
        ["events"] = Enumerable.Range(0, Times.Length).Select(row => new ResultRecord
        {
            ["time"] = Times[row],
            ["transformedTime"] = TransformedTimes[row],
            ["values"] = Values(row),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private ResultRecord Values(int row)
    {
        var values = new ResultRecord();
        for (int j = 0; j < Names.Length; j++)
        {
            values[Names[j]] = _columns[j][row];
        }

        return values;
    }
}
