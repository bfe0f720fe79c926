using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A table to be loaded into servers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns: <c>double?[]</c>, <c>long?[]</c> or <c>string?[]</c>, or the first two without nulls.</param>
internal sealed record ServerTable(string Name, params (string Name, Array Values)[] Columns)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Columns[0].Values.Length;

    /// <summary>Takes the columns of a frame: whole numbers, other numbers (true and false as 1 and 0), texts.</summary>
    public static ServerTable Of(string name, DataFrame frame) => new(
        name,
        [
            .. frame.Columns.Select(column => (column.Name, (Array)(column switch
            {
                Int32DataFrameColumn or Int64DataFrameColumn or Int16DataFrameColumn or ByteDataFrameColumn or SByteDataFrameColumn =>
                    Cells(column).Select(cell => cell is null ? (long?)null : Convert.ToInt64(cell, null)).ToArray(),
                PrimitiveDataFrameColumn<DateTime> or FactorColumn or StringDataFrameColumn =>
                    Cells(column).Select(cell => cell?.ToString()).ToArray(),
                _ => Cells(column).Select(cell => cell is null ? (double?)null : Convert.ToDouble(cell, null)).ToArray(),
            }))),
        ]);

    private static IEnumerable<object?> Cells(DataFrameColumn column) =>
        Enumerable.Range(0, (int)column.Length).Select(row => column[row]);
}
