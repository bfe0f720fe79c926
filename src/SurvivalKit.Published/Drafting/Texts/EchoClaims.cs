namespace SurvivalKit.Published;

/// <summary>
/// Finds the printed cell that a number of a sentence repeats: one with the same numbers whose row the sentence names. A number is never
/// taken for a repetition of another one, so that a draft calls no two numbers a contradiction because it took two quantities for one.
/// </summary>
/// <param name="cells">The printed cells.</param>
/// <param name="mentions">How sentences name rows.</param>
internal sealed class EchoClaims(IReadOnlyList<PrintedCell> cells, NameMentions mentions)
{
    private const double LeastShare = 0.5;
    private const int FurthestWord = 16;

    /// <summary>The cells that an item repeats: one, or several where the sentence says so of several; none.</summary>
    /// <param name="tokens">The paragraph.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="words">The beginnings of its words by place.</param>
    /// <param name="item">The item.</param>
    /// <param name="named">The arms that the sentence names.</param>
    public List<(PrintedCell Cell, Claim?[] Claims)> Find(
        IReadOnlyList<Token> tokens, TextSentence sentence, ILookup<string, int> words, TextItem item,
            IReadOnlyList<(int At, string Column)> named)
    {
        bool isLoose = item.Kind == TextItemKind.Whole;
        var found = cells.Select(cell => (Cell: cell, Claims: cell.Repeated(item)))
            .Where(pair => pair.Claims is not null)
            .Select(pair => (pair.Cell, Claims: pair.Claims!, Mention: mentions.Of(pair.Cell.Name, words, item.First, item.End)))
            .Where(pair => pair.Mention.Share >= (isLoose ? 1 : LeastShare) && (!isLoose || pair.Mention.Distance < FurthestWord))
            .OrderByDescending(pair => pair.Mention.Share == 1).ThenBy(pair => pair.Mention.Distance)
            .ThenByDescending(pair => pair.Mention.Share)
            .ToList();
        if (found.Count == 0)
        {
            return [];
        }

        List<(PrintedCell, Claim?[])> chosen = [];
        string? column = ArmMentions.Nearest(named, tokens, item.First, item.End);
        PrintedName first = found[0].Cell.Name;
        int at = found[0].Mention.At;
        chosen.AddRange(Columns(first, column));
        bool isBoth = HasBoth(tokens, item.End, Math.Min(sentence.End, item.End + 4)) && at >= item.End;
        if (isBoth && found.Find(pair => pair.Cell.Name != first && pair.Mention.Share == 1 && pair.Mention.At > item.End
            && pair.Mention.At - at is > 0 and < 5) is { Cell: { } second })
        {
            chosen.AddRange(Columns(second.Name, column));
        }

        return chosen;

        IEnumerable<(PrintedCell, Claim?[])> Columns(PrintedName name, string? said)
        {
            var same = found.Where(pair => pair.Cell.Name == name).ToList();
            if (same.Count > 1 && said is null or ColumnNames.All && HasBoth(tokens, item.First, Math.Min(sentence.End, item.End + 6)))
            {
                return same.Where(pair => pair.Cell.Column != ColumnNames.All).Select(pair => (pair.Cell, pair.Claims));
            }

            var one = same.Find(pair => pair.Cell.Column == said);
            one = one.Cell is null ? same.Find(pair => pair.Cell.Column == ColumnNames.All) : one;
            one = one.Cell is null ? same[0] : one;
            return [(one.Cell, one.Claims)];
        }
    }

    private static bool HasBoth(IReadOnlyList<Token> tokens, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Any(i => tokens[i].Key is "both" or "each");
}
