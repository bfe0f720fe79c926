using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Sql;

/// <summary>Copies a data frame into a table of DuckDB, with types and nulls.</summary>
internal static class SqlTable
{
    /// <summary>The schema of the copies.</summary>
    public const string Schema = "frames";

    /// <summary>Makes a table, or replaces the one of that name.</summary>
    /// <exception cref="NotSupportedException">A column has values without an SQL type.</exception>
    public static void Create(DuckDBConnection connection, string schema, string name, DataFrame frame)
    {
        (string Type, Action<IDuckDBAppenderRow, long> Append)[] columns = [.. frame.Columns.Select(Column)];
        string definitions = string.Join(", ", frame.Columns.Zip(columns, (column, made) => $"{Quote(column.Name)} {made.Type}"));
        using (DuckDBCommand command = connection.CreateCommand())
        {
            command.CommandText = $"CREATE OR REPLACE TABLE {schema}.{Quote(name)} ({definitions})";
            command.ExecuteNonQuery();
        }
        using DuckDBAppender appender = connection.CreateAppender(schema, name);
        for (long index = 0; index < frame.Rows.Count; index++)
        {
            IDuckDBAppenderRow row = appender.CreateRow();
            foreach ((_, Action<IDuckDBAppenderRow, long> append) in columns)
            {
                append(row, index);
            }

            row.EndRow();
        }
    }

    /// <summary>A quoted name, valid in SQL with any characters.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static (string Type, Action<IDuckDBAppenderRow, long> Append) Column(DataFrameColumn column) => column switch
    {
        PrimitiveDataFrameColumn<bool> values => ("BOOLEAN", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<sbyte> values => ("TINYINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<short> values => ("SMALLINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<int> values => ("INTEGER", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<long> values => ("BIGINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<byte> values => ("UTINYINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<ushort> values => ("USMALLINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<uint> values => ("UINTEGER", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<ulong> values => ("UBIGINT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<float> values => ("FLOAT", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<double> values => ("DOUBLE", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<decimal> values => (DecimalType(values), (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<DateTime> values => ("TIMESTAMP", (row, index) => row.AppendValue(values[index])),
        PrimitiveDataFrameColumn<char> values => ("VARCHAR", (row, index) => row.AppendValue(values[index]?.ToString())),
        StringDataFrameColumn values => ("VARCHAR", (row, index) => row.AppendValue(values[index])),
        ArrowStringDataFrameColumn values => ("VARCHAR", (row, index) => row.AppendValue(values[index])),
        _ => throw new NotSupportedException($"The column {column.Name} holds {column.DataType.Name} values, for which SQL has no type."),
    };

    /// <summary>A decimal type with as many digits after the point as the column has.</summary>
    private static string DecimalType(PrimitiveDataFrameColumn<decimal> values)
    {
        int scale = 0;
        for (long index = 0; index < values.Length; index++)
        {
            scale = Math.Max(scale, values[index]?.Scale ?? 0);
        }

        return $"DECIMAL(38, {scale})";
    }
}
