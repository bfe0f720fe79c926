namespace SurvivalKit.TextCheck;

/// <summary>The numbers of values of two means in one sentence: both before their means, both behind them, or both
/// before the first.</summary>
internal static class GroupSizes
{
    private const int FurthestBefore = 24;

    /// <summary>The two sizes; <see langword="null"/>: the sentence does not say which is whose.</summary>
    public static (int First, int Second)? Of(MeanStatistic first, MeanStatistic second, int end, IReadOnlyList<Token> tokens)
    {
        int start = Math.Max(0, first.First - FurthestBefore);
        for (int i = first.First - 1; i > start; i--)
        {
            if (TextSentences.IsEnd(tokens, i))
            {
                start = i;
            }
        }

        List<int> before = Sizes(tokens, start, first.First);
        List<int> between = Sizes(tokens, first.End, second.First);
        List<int> behind = Sizes(tokens, second.End, end);
        return (before.Count, between.Count, behind.Count) switch
        {
            (1, 1, 0) => (before[0], between[0]),
            (0, 1, 1) => (between[0], behind[0]),
            (2, 0, 0) => (before[0], before[1]),
            _ => null,
        };
    }

    private static List<int> Sizes(IReadOnlyList<Token> tokens, int start, int end)
    {
        List<int> sizes = [];
        for (int i = start; i < end; i++)
        {
            if (!tokens[i].IsWhole)
            {
                continue;
            }

            bool isNamed = i > 1 && tokens[i - 1].Key == "=" && tokens[i - 2].Key == "n";
            bool isOfPersons = (i + 1 < tokens.Count && IsMeasured(tokens[i + 1].Key))
                || (i + 2 < tokens.Count && tokens[i + 1].Kind == TokenKind.Word && IsMeasured(tokens[i + 2].Key));
            if ((isNamed || isOfPersons) && tokens[i].Number.Value > 1)
            {
                sizes.Add((int)tokens[i].Number.Value);
            }
        }

        return sizes;
    }

    private static bool IsMeasured(string word) => PersonNouns.IsPerson(word) || word is "cases" or "eyes";
}
