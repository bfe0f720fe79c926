namespace SurvivalKit.Published;

/// <summary>The rows below a heading, or one row that stands alone.</summary>
/// <param name="Head">The heading; <see langword="null"/>: none.</param>
/// <param name="Label">Its label.</param>
/// <param name="Rows">The rows.</param>
internal sealed record DraftGroup(TextRow? Head, RowLabel? Label, List<TextRow> Rows)
{
    /// <summary>The groups of a table. Where labels are set in, the indents part them; else a group ends with the next heading, and before
    /// it where a row cannot be of the heading: below the heading of a number (<c>Mean</c>, <c>Median</c>) only rows of that number are,
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

            if (open is not null && (isSetIn ? row.Indent <= open.Head!.Indent : open.Rows.Count > 0 && !open.Takes(row, label, labelOf)))
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

    private bool Takes(TextRow row, RowLabel label, Func<TextRow, RowLabel> labelOf)
    {
        bool isOfNumber = Rows.Exists(other => labelOf(other).IsMeasureOnly);
        return isOfNumber
            ? label.IsMeasureOnly || label.Bound is not null || row.IsMissing || label.Stems.Intersect(Label!.Stems).Any()
                || label.Tokens is [{ Kind: TokenKind.Number }, ..]
            : !(row.IsSum && label.Tokens.Any(token => token.Key == "+"));
    }
}
