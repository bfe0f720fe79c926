using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Reads text as if it were a file.</summary>
internal static class CsvText
{
    public static DataFrame Read(string text, CsvOptions? options = null, string name = "trial.csv") =>
        SurvivalData.ReadCsv(new StringReader(text), name, options);

    public static CsvOptions Schema(params (string Column, ColumnKind Kind)[] columns) =>
        new() { Schema = columns.ToDictionary(column => column.Column, column => column.Kind) };

    public static object?[] Values(DataFrame frame, string column) => [.. frame.Columns[column].Cast<object?>()];
}
