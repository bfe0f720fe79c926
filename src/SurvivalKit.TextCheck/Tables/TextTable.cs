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

    /// <summary>The columns that a column of P values compares: those of its own panel, which are the groups between the P values before it
    /// and itself, as before and after matching; all groups where it is the only one. None where its panel has no two groups: nothing
    /// says what it compares then.</summary>
    /// <param name="p">The column of P values.</param>
    public int[] GroupsOf(int p)
    {
        // "P crude | P adjusted": the second is of the panel of the first.
        int end = p;
        while (end > 0 && Columns[end - 1].IsP)
        {
            end--;
        }

        int start = end;
        while (start > 0 && !Columns[start - 1].IsP)
        {
            start--;
        }

        int[] own = [.. Groups.Where(c => c >= start && c < end)];
        bool isOnly = start == 0 && !Columns.Skip(p + 1).Any(column => column.IsP);
        return own.Length > 1 ? own : isOnly || start == end ? [.. Groups] : [];
    }
}
