namespace SurvivalKit.TextCheck;

/// <summary>Finds statistics that begin at the end of one paragraph and continue at the start of a later one, after a table, a figure or a
/// page break.</summary>
internal static class BrokenStatistics
{
    private const int Tail = 40;
    private const int Head = 40;
    private const int Furthest = 20;

    /// <summary>Reads the broken statistics and removes their tokens from the paragraphs.</summary>
    /// <returns>Each with the tokens of both parts.</returns>
    public static List<(IReadOnlyList<Token> Tokens, Statistic Statistic)> JoinAndTakeOut(List<List<Token>> paragraphs)
    {
        List<(IReadOnlyList<Token>, Statistic)> found = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            List<Token> first = paragraphs[i];
            if (!IsOpen(first))
            {
                continue;
            }

            for (int j = i + 1; j < Math.Min(paragraphs.Count, i + 1 + Furthest); j++)
            {
                if (Join(first, paragraphs[j]) is { } joined)
                {
                    found.Add(joined);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The paragraph ends within brackets or within a statistic, not with the end of a sentence.</summary>
    private static bool IsOpen(List<Token> tokens)
    {
        if (tokens.Count == 0 || tokens[^1].Key is "." or "!" or "?")
        {
            return false;
        }

        int depth = 0;
        bool isStatistic = false;
        for (int i = Math.Max(0, tokens.Count - Tail); i < tokens.Count; i++)
        {
            depth = tokens[i].Key is "(" or "[" ? depth + 1 : tokens[i].Key is ")" or "]" ? Math.Max(0, depth - 1) : depth;
            isStatistic |= i >= tokens.Count - 6
                && (RatioNames.IsName(tokens[i]) || tokens[i].Key is "p" or "ci" or "%" || tokens[i].Kind == TokenKind.Number);
        }

        return depth > 0 || (isStatistic && !(tokens[^1].Key is ")" or "]"));
    }

    private static (IReadOnlyList<Token>, Statistic)? Join(List<Token> first, List<Token> second)
    {
        if (second.Count == 0 || second[0].Key is "(" or "." or "*" or "|" || (second[0].Kind == TokenKind.Word
            && char.IsUpper(second[0].Text[0])
            && !(second[0].Text is "CI" or "P" or "IQR" or "SD" or "HR" or "OR" or "RR")))
        {
            return null;
        }

        int tail = Math.Min(first.Count, Tail);
        List<Token> joined = [.. first.TakeLast(tail), .. second.Take(Head)];
        Statistic? across = StatisticScanner.Scan(joined).Find(statistic => statistic.First < tail && statistic.End > tail);
        if (across is null or UnreadStatistic)
        {
            return null;
        }

        first.RemoveRange(first.Count - tail + across.First, tail - across.First);
        second.RemoveRange(0, across.End - tail);
        return (joined, across);
    }
}
