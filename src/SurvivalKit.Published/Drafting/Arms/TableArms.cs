using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The arms in the headings of a table: <c>Name (n = 42)</c>. The table of baseline characteristics says it best; else the first
/// table whose columns have sizes and were not formed by an outcome.</summary>
internal static class TableArms
{
    private static readonly string[] Baseline = ["baseline", "characteristic", "demographic"];

    /// <summary>Names and sizes; fewer than two: no table has them.</summary>
    public static ImmutableArray<(string Name, int N)> Find(DraftPaper paper) => paper.Tables
        .Select(read => (Read: read, Arms: Of(read.Table)))
        .Where(found => found.Arms.Length > 1)
        .OrderByDescending(found => IsBaseline(found.Read))
        .Select(found => found.Arms)
        .FirstOrDefault([]);

    /// <summary>The name of a column without its size and the marks of notes.</summary>
    public static string NameOf(TextColumn column)
    {
        string name = column.Name.Trim(' ', '*', ':', ';', '-', '.');
        return name is ColumnNames.All or ColumnNames.P ? name + " group" : name;
    }

    private static ImmutableArray<(string Name, int N)> Of(TextTable table)
    {
        (string Name, int N)[] arms =
        [
            .. table.Groups.Where(c => !TotalColumns.IsNamed(table.Columns[c]) || table.Columns[c].Tokens.Count > 8)
                .Select(c => (NameOf(table.Columns[c]), table.Columns[c].N!.Value)).Where(arm => arm.Value > 0),
        ];
        bool isUsable = arms.Select(arm => arm.Name).Distinct().Count() == arms.Length
            && arms.All(arm => arm.Name is { Length: > 0 } and not "the column")
            && !table.Groups.Any(c => BaselineTables.IsFormed(table.Columns[c]));
        return isUsable ? [.. arms] : [];
    }

    private static bool IsBaseline(ReadTable read) => Baseline.Any(word =>
        read.Name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true
        || read.Table.Columns.Any(column => column.Tokens.Any(token => token.Key.StartsWith(word, StringComparison.Ordinal))));
}
