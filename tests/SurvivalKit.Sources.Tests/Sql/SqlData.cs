using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>Sample data as a database has them: without the order of factors.</summary>
internal static class SqlData
{
    /// <summary>A sample set by its name, or <see cref="NearTies"/>.</summary>
    public static DataFrame Load(string set) => set == NearTies ? Joined() : Plain(SampleData.Load(set));

    /// <summary>The name of a set whose equal times differ by rounding, its starts and ends too.</summary>
    public const string NearTies = "near_ties";

    // A tenth of the time, computed in three ways.
    private static DataFrame Joined()
    {
        int[] row = [.. Enumerable.Range(0, 240)];
        double Tenth(int i, int number) => (i % 3) switch { 0 => number * 0.1, 1 => number / 10.0, _ => (number + 3) / 10.0 - 0.3 };
        return new DataFrame(
            new DoubleDataFrameColumn("enter", row.Select(i => Tenth(i + 1, i * 7 % 13))),
            new DoubleDataFrameColumn("time", row.Select(i => Tenth(i, 14 + (i * 11 % 23)))),
            new DoubleDataFrameColumn("status", row.Select(i => i * 5 % 7 < 4 ? 1.0 : 0)),
            new DoubleDataFrameColumn("x", row.Select(i => Math.Sin(i * 1.7))),
            new StringDataFrameColumn("g", row.Select(i => i * 3 % 5 < 2 ? "a" : "b")));
    }

    public static DataFrame Plain(DataFrame frame) => new(frame.Columns.Select(column => column is StringDataFrameColumn
        ? new StringDataFrameColumn(column.Name, Enumerable.Range(0, (int)column.Length).Select(row => (string?)column[row]))
        : column));
}
