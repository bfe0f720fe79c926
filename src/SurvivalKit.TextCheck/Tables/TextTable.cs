using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>A table in a text.</summary>
/// <param name="Columns">The columns after the first, which has the labels.</param>
/// <param name="Rows">The rows below the headings.</param>
/// <param name="SaysPercent">Whether a heading or a label says that percentages are printed.</param>
internal sealed record TextTable(ImmutableArray<TextColumn> Columns, ImmutableArray<TextRow> Rows, bool SaysPercent)
{
    /// <summary>The columns of groups that are compared with each other.</summary>
    public IEnumerable<int> Groups =>
        Enumerable.Range(0, Columns.Length).Where(c => Columns[c] is { N: not null, IsTotal: false, IsP: false });

    /// <summary>The columns that a column of P values compares: the groups between the P values before it and itself, where
    /// these are two or more, as before and after matching; all groups otherwise.</summary>
    /// <param name="p">The column of P values.</param>
    public int[] GroupsOf(int p)
    {
        int before = p - 1;
        while (before >= 0 && !Columns[before].IsP)
        {
            before--;
        }

        int[] between = [.. Groups.Where(c => c > before && c < p)];
        return between.Length > 1 ? between : [.. Groups];
    }
}
