namespace SurvivalKit.TextCheck;

/// <summary>Finds the numbers of patients that a text names: <c>N = 56</c>, <c>56 patients</c>, headings of tables.</summary>
internal static class TextSizes
{
    // With more than these, any percentage would fit by chance.
    private const int Most = 12;

    /// <summary>The sizes, the greatest first, each once.</summary>
    public static IReadOnlyList<Denominator> Read(IEnumerable<IReadOnlyList<Token>> paragraphs, IEnumerable<TextTable> tables)
    {
        Dictionary<int, (string Name, int Times)> sizes = [];
        foreach (TextColumn column in tables.SelectMany(table => table.Columns))
        {
            if (column.N is { } n)
            {
                Add(n, $"the N of {column.Name}");
            }
        }

        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            for (int i = 0; i + 2 < tokens.Count; i++)
            {
                if (tokens[i].Key == "n" && tokens[i + 1].Key == "=" && tokens[i + 2].IsWhole)
                {
                    Add((int)tokens[i + 2].Number.Value, "an N that the text names");
                }
                else if (tokens[i].IsWhole && tokens[i + 1].Key is "patients" or "participants" or "subjects" && tokens[i + 2].Key != "(")
                {
                    Add((int)tokens[i].Number.Value, $"the {tokens[i + 1].Key} that the text names");
                }
            }
        }

        return [.. sizes.OrderByDescending(pair => pair.Value.Times).Take(Most).OrderByDescending(pair => pair.Key)
            .Select(pair => new Denominator(pair.Value.Name, pair.Key))];

        void Add(int n, string name)
        {
            if (n > 0)
            {
                sizes[n] = sizes.TryGetValue(n, out (string Name, int Times) known) ? (known.Name, known.Times + 1) : (name, 1);
            }
        }
    }
}
