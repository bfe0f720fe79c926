using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Residuals of a Cox model: a table of one column (martingale, deviance, Cox-Snell) or of a column a coefficient; immutable.</summary>
public sealed class CoxResiduals
{
    private readonly double[][] _columns;

    internal CoxResiduals(CoxResidualKind kind, ImmutableArray<string> names, int rows, double[][] columns, int[]? observations = null, double[]? times = null, int[]? strata = null)
    {
        _columns = columns;
        Kind = kind;
        Names = names;
        Rows = rows;
        Observations = [.. observations ?? []];
        Times = [.. times ?? []];
        Strata = [.. strata ?? []];
    }

    /// <summary>Which residuals these are.</summary>
    public CoxResidualKind Kind { get; }

    /// <summary>The name of each column: the coefficient, or the kind.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of rows: observations in the caller's order, events by stratum and time for the two Schoenfeld kinds, or collapsed groups.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns => _columns.Length;

    /// <summary>For the two Schoenfeld kinds the place of each event among the observations used, from 0; empty for the others.</summary>
    public ImmutableArray<int> Observations { get; }

    /// <summary>For the two Schoenfeld kinds the time of each event, in the unit of the data; empty for the others.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>For the two Schoenfeld kinds of a stratified fit the place of each event's stratum, from 0; empty otherwise.</summary>
    public ImmutableArray<int> Strata { get; }

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

    /// <summary>The residuals as a frame: for events their observation (from 1), stratum (from 1, if there are several) and time, then a column each; what is not a number is missing.</summary>
    public DataFrame ToDataFrame()
    {
        var frame = new DataFrame();
        if (!Observations.IsEmpty)
        {
            frame.Columns.Add(new Int32DataFrameColumn("observation", Observations.Select(place => place + 1)));
        }

        if (!Strata.IsEmpty)
        {
            frame.Columns.Add(new Int32DataFrameColumn("stratum", Strata.Select(place => place + 1)));
        }

        if (!Times.IsEmpty)
        {
            frame.Columns.Add(new DoubleDataFrameColumn("time", Times));
        }

        for (int j = 0; j < Columns; j++)
        {
            frame.Columns.Add(new DoubleDataFrameColumn(Names[j], _columns[j].Select(value => double.IsNaN(value) ? (double?)null : value)));
        }

        return frame;
    }

    /// <summary>What the residuals are, and the spread of each column.</summary>
    public override string ToString() => ResidualText.Summary(this);
}
