using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Counts cross-classified by two factors, with the names of their levels.</summary>
public sealed class ContingencyTable : IResult
{
    private readonly int[,] _counts;

    /// <summary>Makes a table from counts.</summary>
    /// <param name="counts">The counts, a row each level of the first factor, a column each of the second; none negative.</param>
    /// <param name="rows">The names of the rows; left out: 1, 2, ...</param>
    /// <param name="columns">The names of the columns; left out: 1, 2, ...</param>
    /// <exception cref="SurvivalDataException">A count is negative, or there is not one name each.</exception>
    public ContingencyTable(int[,] counts, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        _counts = (int[,])counts.Clone();
        RowNames = rows is null ? Numbered(counts.GetLength(0)) : [.. rows];
        ColumnNames = columns is null ? Numbered(counts.GetLength(1)) : [.. columns];
        if (RowNames.Length != counts.GetLength(0) || ColumnNames.Length != counts.GetLength(1))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The counts have {NumberText.Count(counts.GetLength(0), "row")} and {NumberText.Count(counts.GetLength(1), "column")}, the names {RowNames.Length} and {ColumnNames.Length}; one each was expected."));
        }

        foreach (int count in counts)
        {
            if (count < 0)
            {
                throw new SurvivalDataException(FormattableString.Invariant($"A count of {count} was given; 0 or more was expected."));
            }
        }
    }

    /// <summary>The names of the rows.</summary>
    public ImmutableArray<string> RowNames { get; }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => RowNames.Length;

    /// <summary>The number of columns.</summary>
    public int Columns => ColumnNames.Length;

    /// <summary>The count of a row and a column, from 0.</summary>
    /// <param name="row">Place of the row.</param>
    /// <param name="column">Place of the column.</param>
    public int this[int row, int column] => _counts[row, column];

    /// <summary>The sum of all counts.</summary>
    public int Total => _counts.Cast<int>().Sum();

    /// <summary>Counts the rows of a frame by two of its columns; a row in which one is missing is left out.</summary>
    /// <param name="data">The data.</param>
    /// <param name="rows">The column whose levels become rows.</param>
    /// <param name="columns">The column whose levels become columns.</param>
    /// <exception cref="SurvivalDataException">There is no such column.</exception>
    public static ContingencyTable Count(DataFrame data, string rows, string columns)
    {
        ArgumentNullException.ThrowIfNull(data);
        FormulaValue.Levels down = FrameColumns.Levels(data, rows);
        FormulaValue.Levels across = FrameColumns.Levels(data, columns);
        var counts = new int[down.Names.Length, across.Names.Length];
        for (int i = 0; i < down.Length; i++)
        {
            if (!down.IsMissing(i) && !across.IsMissing(i))
            {
                counts[down.Codes[i], across.Codes[i]]++;
            }
        }

        return new ContingencyTable(counts, down.Names, across.Names);
    }

    /// <summary>The sum of a row.</summary>
    /// <param name="row">Place of the row.</param>
    public int RowTotal(int row) => Enumerable.Range(0, Columns).Sum(column => _counts[row, column]);

    /// <summary>The sum of a column.</summary>
    /// <param name="column">Place of the column.</param>
    public int ColumnTotal(int column) => Enumerable.Range(0, Rows).Sum(row => _counts[row, column]);

    /// <summary>The counts with their margins.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "",
            [new("", TableAlignment.Left), .. TableColumns.Numbers([.. ColumnNames, "Total"])],
            [
                .. Enumerable.Range(0, Rows)
                    .Select(row => Row(RowNames[row], Enumerable.Range(0, Columns).Select(column => _counts[row, column]))),
                Row("Total", Enumerable.Range(0, Columns).Select(ColumnTotal)),
            ]),
    ];

    /// <summary>A row for each row and column of the table: row, column, n.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("row", RowNames.SelectMany(name => Enumerable.Repeat(name, Columns))),
        new StringDataFrameColumn("column", RowNames.SelectMany(_ => ColumnNames)),
        new Int32DataFrameColumn("n", _counts.Cast<int>()));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["rows"] = RowNames,
        ["columns"] = ColumnNames,
        ["counts"] = Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, Columns).Select(column => _counts[row, column])),
    };

    /// <summary>The counts with their margins, aligned.</summary>
    public override string ToString() => this.ToText();

    private static TableRow Row(string name, IEnumerable<int> counts)
    {
        int[] all = [.. counts];
        return new([name, .. all.Append(all.Sum()).Select(count => TableCell.Number(count, NumberKind.Count))]);
    }

    /// <summary>The table without rows and columns that are all 0, which carry no information about association.</summary>
    internal ContingencyTable WithoutEmpty()
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => RowTotal(row) > 0)];
        int[] columns = [.. Enumerable.Range(0, Columns).Where(column => ColumnTotal(column) > 0)];
        var counts = new int[rows.Length, columns.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                counts[row, column] = _counts[rows[row], columns[column]];
            }
        }

        return new ContingencyTable(counts, rows.Select(row => RowNames[row]), columns.Select(column => ColumnNames[column]));
    }

    private static ImmutableArray<string> Numbered(int count) =>
        [.. Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
