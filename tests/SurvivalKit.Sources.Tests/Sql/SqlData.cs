using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>Sample data as a database has them: without the order of factors.</summary>
internal static class SqlData
{
    public static DataFrame Load(string set) => Plain(SampleData.Load(set));

    public static DataFrame Plain(DataFrame frame) => new(frame.Columns.Select(column => column is StringDataFrameColumn
        ? new StringDataFrameColumn(column.Name, Enumerable.Range(0, (int)column.Length).Select(row => (string?)column[row]))
        : column));
}
