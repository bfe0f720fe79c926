using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Which column of a table is of which arm, by names and sizes.</summary>
internal static class ArmColumns
{
    private const double Alike = 0.5;

    /// <summary>For each column its name in claims; <see langword="null"/>: it is of no arm. Only the first column of P values of the
    /// groups' difference is one.</summary>
    public static ImmutableArray<string?> Of(TextTable table, ImmutableArray<StudyArm> arms)
    {
        int p = Enumerable.Range(0, table.Columns.Length).FirstOrDefault(c => table.Columns[c] is { IsP: true, Question: null }, -1);
        string?[] names = [.. Enumerable.Range(0, table.Columns.Length).Select(c => c == p ? ColumnNames.P
            : table.Columns[c] is { IsP: true } or { IsPercent: true } or { IsInterval: true } or { Ratio: not null } ? null
            : IsAll(table, c) ? ColumnNames.All
            : ByName(table.Columns[c], arms))];
        int[] groups = [.. table.Groups];
        bool isInOrder = groups.Length == arms.Length
            && groups.Select(c => table.Columns[c].N!.Value).SequenceEqual(arms.Select(arm => arm.N));
        for (int k = 0; k < groups.Length && isInOrder; k++)
        {
            names[groups[k]] ??= arms.Select(arm => arm.Name).FirstOrDefault(name => !names.Contains(name) && name == arms[k].Name);
        }

        // Two columns of one arm are parts of its results, which their headings do not say here.
        return [.. names.Select((name, c) => name is not null && Array.IndexOf(names, name) != c ? null : name)];
    }

    private static bool IsAll(TextTable table, int c) => table.Columns[c].IsTotal
        || (TotalColumns.IsNamed(table.Columns[c]) && table.Columns[c].Tokens.Count <= 8 && !table.Columns[c].IsP);

    private static string? ByName(TextColumn column, ImmutableArray<StudyArm> arms)
    {
        string name = TableArms.NameOf(column);
        if (arms.FirstOrDefault(arm => arm.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same.Name;
        }

        (StudyArm Arm, double Likeness)[] near = [.. arms.Select(arm => (arm, ArmWords.Likeness(arm.Name, name)
            + (column.N == arm.N && ArmWords.Likeness(arm.Name, name) > 0 ? 0.25 : 0))).OrderByDescending(pair => pair.Item2)];
        return near is [var first, ..] && first.Likeness >= Alike && (near.Length < 2 || near[1].Likeness < first.Likeness)
            ? first.Arm.Name
            : null;
    }
}
