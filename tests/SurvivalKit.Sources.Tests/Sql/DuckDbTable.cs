using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>A frame as a table of an embedded database.</summary>
internal static class DuckDbTable
{
    /// <summary>An open database in memory that has the frame as the table <c>t</c>.</summary>
    public static DuckDBConnection Of(DataFrame frame, string table = "t")
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand create = connection.CreateCommand();
        var dialect = new DuckDbDialect();
        string columns = string.Join(", ", frame.Columns.Select(column => $"{dialect.Quote(column.Name)} {TypeOf(column)}"));
        create.CommandText = $"CREATE TABLE {table} ({columns})";
        create.ExecuteNonQuery();
        using DuckDBAppender appender = connection.CreateAppender(table);
        for (long row = 0; row < frame.Rows.Count; row++)
        {
            IDuckDBAppenderRow line = appender.CreateRow();
            foreach (DataFrameColumn column in frame.Columns)
            {
                _ = column[row] switch
                {
                    null => line.AppendNullValue(),
                    string text => line.AppendValue(text),
                    bool truth => line.AppendValue(truth),
                    DateTime date => line.AppendValue(date),
                    var number => line.AppendValue(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture)),
                };
            }

            line.EndRow();
        }

        return connection;
    }

    private static string TypeOf(DataFrameColumn column) =>
        column is StringDataFrameColumn ? "VARCHAR"
        : column.DataType == typeof(bool) ? "BOOLEAN"
        : column.DataType == typeof(DateTime) ? "TIMESTAMP"
        : "DOUBLE";
}
