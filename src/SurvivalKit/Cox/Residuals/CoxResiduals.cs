using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Residuals of a Cox model: a table of one column (martingale, deviance, Cox-Snell) or of a column a
/// coefficient; immutable.</summary>
public sealed class CoxResiduals : IResult
{
    private readonly double[][] _columns;
    private readonly Lazy<ImmutableArray<int>> _observations;

    internal CoxResiduals(
        CoxResidualKind kind, ImmutableArray<string> names, int rows, double[][] columns, Func<ImmutableArray<int>> observations)
    {
        _columns = columns;
        _observations = new(observations);
        Kind = kind;
        Names = names;
        Rows = rows;
    }

    /// <summary>Which residuals these are.</summary>
    public CoxResidualKind Kind { get; }

    /// <summary>The name of each column: the coefficient, or the kind.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of rows: observations in the caller's order, events by stratum and time for the two Schoenfeld kinds,
    /// or collapsed groups.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns => _columns.Length;

    /// <summary>The row of the caller's data that each residual belongs to, from 0; empty for collapsed residuals.</summary>
    public ImmutableArray<int> Observations => _observations.Value;

    /// <summary>For collapsed residuals the number of each group, increasing; empty for others.</summary>
    public ImmutableArray<int> Groups { get; internal init; } = [];

    /// <summary>For the two Schoenfeld kinds the time of each event, in the unit of the data; empty for the others.</summary>
    public ImmutableArray<double> Times { get; internal init; } = [];

    /// <summary>For the two Schoenfeld kinds of a stratified fit the stratum of each event, as <c>sex=1</c> or the caller's
    /// number; empty otherwise.</summary>
    public ImmutableArray<string> Strata { get; internal init; } = [];

    /// <summary>The residuals of a column, a row each.</summary>
    /// <param name="column">The column's place, from 0.</param>
    public ReadOnlySpan<double> Column(int column) => _columns[column];

    /// <summary>The residuals of a column, a row each.</summary>
    /// <param name="name">The column's name: a coefficient, as <c>age</c> or <c>factor(sex)2</c>, or the kind.</param>
    /// <exception cref="SurvivalDataException">There is no such column; the message lists those there are.</exception>
    public ReadOnlySpan<double> Column(string name)
    {
        int column = Names.IndexOf(name);
        return column >= 0
            ? _columns[column]
            : throw new SurvivalDataException($"The residuals have no column \"{name}\"; they have {string.Join(", ", Names)}.");
    }

    /// <summary>A residual.</summary>
    /// <param name="row">Its row, from 0.</param>
    /// <param name="column">Its column, from 0.</param>
    public double this[int row, int column] => _columns[column][row];

    /// <summary>The residuals as a frame: row (of the caller's data, from 1) or group, for events stratum (if there are several)
    /// and time, then a column each; what is not a number is missing.</summary>
    public DataFrame ToDataFrame()
    {
        var frame = new DataFrame(Groups.IsEmpty
            ? new Int32DataFrameColumn("row", Observations.Select(place => place + 1))
            : new Int32DataFrameColumn("group", Groups));
        if (!Strata.IsEmpty)
        {
            frame.Columns.Add(new StringDataFrameColumn("stratum", Strata));
        }

        if (Kind is CoxResidualKind.Schoenfeld or CoxResidualKind.ScaledSchoenfeld)
        {
            frame.Columns.Add(new DoubleDataFrameColumn("time", Times));
        }

        for (int j = 0; j < Columns; j++)
        {
            frame.Columns.Add(
                new DoubleDataFrameColumn(Names[j], _columns[j].Select(value => double.IsNaN(value) ? (double?)null : value)));
        }

        return frame;
    }

    /// <summary>The residuals in a form that prints a row each instead of the spread of each column.</summary>
    public CoxResidualList ToList() => new(this);

    /// <summary>The spread of each column: smallest, quartiles (R's type 7) and largest.</summary>
    public ImmutableArray<TableModel> ToTables() => [ResidualTables.Summary(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => ResidualTables.RecordOf(this);

    /// <summary>What the residuals are, and the spread of each column.</summary>
    public override string ToString() => this.ToText();
}
