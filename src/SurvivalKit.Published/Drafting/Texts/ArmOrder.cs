namespace SurvivalKit.Published;

/// <summary>Numbers in the order of the arms: <c>45.6% and 36.3% for bread and butter, respectively</c>.</summary>
internal static class ArmOrder
{
    private const int FarthestInRun = 8;

    /// <summary>The arms of the items that stand so.</summary>
    public static Dictionary<TextItem, string> Of(
        TextItem[] items, IReadOnlyList<Token> tokens, TextSentence sentence, IReadOnlyList<(int At, string Column)> named, int arms)
    {
        var found = new Dictionary<TextItem, string>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i + arms <= items.Length; i++)
        {
            TextItem[] run = items[i..(i + arms)];
            bool isRun = run.Skip(1).Zip(run).All(pair => pair.First.Kind == pair.Second.Kind
                && IsJoined(tokens, pair.Second.End, pair.First.First));
            if (!isRun)
            {
                continue;
            }

            bool isInside = named.Any(mention => mention.At >= run[0].First && mention.At < run[^1].First);
            string[] behind = [.. named.Where(mention => mention.At >= run[^1].End && mention.Column != ColumnNames.All)
                .Select(mention => mention.Column).Distinct()];
            string[] before = [.. named.Where(mention => mention.At < run[0].First && mention.Column != ColumnNames.All)
                .Select(mention => mention.Column).Distinct()];
            string[] order = behind.Length == arms ? behind : before.Length == arms ? before : [];
            if (!isInside && order.Length == arms && Enumerable.Range(sentence.Start, sentence.End - sentence.Start)
                .Any(k => tokens[k].Key is "respectively" or "vs" or "versus" or "compared" or "and"))
            {
                for (int k = 0; k < arms; k++)
                {
                    found.TryAdd(run[k], order[k]);
                }

                i += arms - 1;
            }
        }

        return found;
    }

    private static bool IsJoined(IReadOnlyList<Token> tokens, int from, int to) => to - from is >= 0 and <= FarthestInRun
        && Enumerable.Range(from, to - from).Any(i => tokens[i].Key is "and" or "vs" or "versus" or "compared" or "than" or ",")
        && !Enumerable.Range(from, to - from).Any(i => tokens[i].Key is ";" or "." || tokens[i].Kind == TokenKind.Number);
}
