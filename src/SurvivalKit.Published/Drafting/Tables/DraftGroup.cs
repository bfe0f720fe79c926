namespace SurvivalKit.Published;

/// <summary>The rows below a heading, or one row that stands alone.</summary>
/// <param name="Head">The heading; <see langword="null"/>: none.</param>
/// <param name="Label">Its label.</param>
/// <param name="Rows">The rows.</param>
internal sealed record DraftGroup(TextRow? Head, RowLabel? Label, List<TextRow> Rows)
{
    /// <summary>The groups of a table. Where labels are set in, the indents part them; else a group ends with the next heading, and before
    /// it where a row cannot be of the heading: where those before it count all patients; below the heading of a number (<c>Mean</c>,
    /// <c>Median</c>) only rows of that number are,
    /// and a row that sums others stands beside them.</summary>
    public static List<DraftGroup> Of(TextTable table, Func<TextRow, RowLabel> labelOf)
    {
        bool isSetIn = table.Rows.Any(row => row.Indent > 0) && table.Rows.Any(row => row.Indent == 0 && !row.Label.IsEmpty);
        List<DraftGroup> groups = [];
        DraftGroup? open = null;
        foreach (TextRow row in table.Rows)
        {
            RowLabel label = labelOf(row);
            if (row.Label.IsEmpty || IsSize(row))
            {
                continue;
            }

            bool hasResults = Enumerable.Range(0, table.Columns.Length).Any(c => !table.Columns[c].IsP && row[c] is not null);
            if (!hasResults)
            {
                open = new DraftGroup(row, label, []);
                groups.Add(open);
                continue;
            }

            if (open is not null && (isSetIn ? row.Indent <= open.Head!.Indent : open.Rows.Count > 0
                && (open.IsComplete(table, row) || !open.Takes(row, label, labelOf))))
            {
                open = null;
            }

            if (open is null)
            {
                groups.Add(new DraftGroup(null, null, [row]));
            }
            else
            {
                open.Rows.Add(row);
            }
        }

        return groups;
    }

    /// <summary>"N" or "Number of patients" with the sizes.</summary>
    private static bool IsSize(TextRow row) => row.Label.Tokens is [{ Key: "n" }];

    /// <summary>Whether the rows so far count all patients of most columns, and of none too many, so that another row is of something else;
    /// those without a value may follow.</summary>
    private bool IsComplete(TextTable table, TextRow next)
    {
        int[] sized = [.. Enumerable.Range(0, table.Columns.Length).Where(c => table.Columns[c] is { N: not null, IsP: false })];
        long SumOf(int c) => Rows.Sum(row => (long)(TextTableGroups.CountOf(row, c) ?? 0));
        return Rows.Count > 1 && sized.Length > 1 && !next.IsMissing
            && sized.All(c => SumOf(c) <= table.Columns[c].N) && 2 * sized.Count(c => SumOf(c) == table.Columns[c].N) > sized.Length;
    }

    private bool Takes(TextRow row, RowLabel label, Func<TextRow, RowLabel> labelOf)
    {
        bool isOfNumber = Rows.Exists(other => labelOf(other).IsMeasureOnly);
        return isOfNumber
            ? label.IsMeasureOnly || label.Bound is not null || row.IsMissing || label.Stems.Intersect(Label!.Stems).Any()
                || label.Tokens is [{ Kind: TokenKind.Number }, ..]
            : !(row.IsSum && label.Tokens.Any(token => token.Key == "+"));
    }
}
