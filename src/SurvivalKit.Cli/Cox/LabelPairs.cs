namespace SurvivalKit.Cli;

/// <summary>The value of <c>survkit cox --labels</c>: names and their labels, <c>age=Age, years,factor(sex)2=Women</c>.</summary>
internal static class LabelPairs
{
    /// <summary>Reads the pairs.</summary>
    /// <remarks>What follows a comma and is no pair itself belongs to the label before it. A name may be an expression, with commas and
    /// equals signs within brackets, and comparisons.</remarks>
    /// <exception cref="CommandException">The text does not begin with a pair, or a name comes twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            string? last = null;
            foreach (string piece in Pieces(text))
            {
                int equals = EqualsOf(piece);
                if (equals > 0)
                {
                    last = piece[..equals].Trim();
                    if (!pairs.TryAdd(last, piece[(equals + 1)..].Trim()))
                    {
                        throw new CommandException($"--labels {text}: {last} has two labels; one was expected.");
                    }
                }
                else
                {
                    pairs[last ?? throw new CommandException(
                        $"--labels {text}: a name, = and its label were expected, as age=Age (years).")] += "," + piece;
                }
            }
        }

        return pairs;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == text.Length))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
    }

    // The first equals sign outside brackets that is not part of a comparison; -1 where there is none.
    private static int EqualsOf(string piece)
    {
        int depth = 0;
        for (int i = 0; i < piece.Length; i++)
        {
            depth += piece[i] == '(' ? 1 : piece[i] == ')' ? -1 : 0;
            if (piece[i] != '=' || depth > 0 || (i > 0 && piece[i - 1] is '<' or '>' or '!'))
            {
                continue;
            }

            if (i + 1 < piece.Length && piece[i + 1] == '=')
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }
}
