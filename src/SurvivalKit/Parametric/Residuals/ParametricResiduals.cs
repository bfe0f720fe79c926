using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Residuals of a parametric regression: <see cref="ParametricFit.Residuals"/>.</summary>
public sealed class ParametricResiduals : IResult
{
    private readonly double[][] _values;

    internal ParametricResiduals(ParametricResidualKind kind, ImmutableArray<string> columns, ImmutableArray<int> rows, double[][] values)
    {
        Kind = kind;
        Columns = columns;
        Rows = rows;
        _values = values;
    }

    /// <summary>The kind.</summary>
    public ParametricResidualKind Kind { get; }

    /// <summary>The names of the columns: the parameters for <see cref="ParametricResidualKind.DfBeta"/>, else one.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The row of each residual in the caller's data, from 0.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>A residual.</summary>
    /// <param name="observation">The place of the observation among those used.</param>
    /// <param name="column">The place of the column.</param>
    public double this[int observation, int column = 0] => _values[observation][column];

    /// <summary>A row for each observation.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Residuals: {Kind}",
            [new("row"), .. TableColumns.Numbers([.. Columns])],
            Rows.Select((row, place) => new TableRow(
            [
                TableCell.Number(row + 1, NumberKind.Count),
                .. _values[place].Select(value => TableCell.Number(value, NumberKind.Estimate)),
            ])),
            []),
    ];

    /// <summary>Columns row and <see cref="Columns"/>.</summary>
    public DataFrame ToDataFrame() => new(
    [
        new Int32DataFrameColumn("row", Rows.Select(row => row + 1)),
        .. Columns.Select((name, column) => FrameColumn.Numbers(name, _values.Select(row => row[column]))),
    ]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["kind"] = Kind,
        ["columns"] = Columns,
        ["rows"] = Rows.Select(row => row + 1),
        ["values"] = _values.Select(row => (object)row.ToImmutableArray()),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
