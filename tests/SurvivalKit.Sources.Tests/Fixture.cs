using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>The files that <c>Fixtures/make-files.R</c> made.</summary>
internal static class Fixture
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    public static DataFrame Read(string name, DataFileOptions? options = null) => DataFile.Read(PathOf(name), options);

    /// <summary>The cells of a column as text, so that columns of different types can be compared; dates with their time.</summary>
    public static string?[] Cells(DataFrame frame, string column) =>
        [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => frame.Columns[column][row] switch
        {
            DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss.fff", null),
            double number => number.ToString("R", null),
            IFormattable value => value.ToString(null, null),
            var other => other?.ToString(),
        })];
}
