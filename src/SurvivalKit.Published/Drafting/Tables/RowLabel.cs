namespace SurvivalKit.Published;

/// <summary>The label of a row, parted into its name and what it says of its cells: <c>Age, median (range)</c>.</summary>
internal sealed record RowLabel
{
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "no", "n", "number", "mean", "means", "median", "medians", "range", "sd", "iqr", "ci", "se", "sem", "average", "standard",
        "deviation", "interquartile", "confidence", "interval", "months", "month", "mo", "weeks", "week", "days", "years", "year", "yrs",
        "yr", "y", "min", "max", "percent", "patients", "or", "and", "to", "kg", "cm", "hr", "s", "d", "q1-q3", "unless", "stated",
        "otherwise", "p-value", "value",
    };

    private static readonly HashSet<string> Spread = new(StringComparer.Ordinal)
    {
        "mean", "means", "median", "medians", "average", "sd", "range", "iqr",
    };

    private static readonly HashSet<string> Stopped = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "or", "with", "at", "in", "a", "for", "to", "by", "any", "from",
    };

    private RowLabel(string text, string name, IReadOnlyList<Token> tokens, int length)
    {
        (Text, Name, Tokens, Length) = (text, name, tokens, length);

        // "SD" alone is stable disease.
        IsMeasureOnly = tokens.Count > 0 && tokens.All(IsMeasure) && tokens.Any(token => Spread.Contains(token.Key))
            && tokens is not [{ Key: "sd" }];
        SaysMedian = tokens.Any(token => token.Key is "median" or "medians"
            || (token.Key.Length > 2 && token.Key[0] == 'm' && DraftEndpoints.At([token], 0) is not null));
        SaysMean = tokens.Any(token => token.Key is "mean" or "means" or "average");
        SaysQuartiles = tokens.Any(token => token.Key is "iqr" or "interquartile" or "q1-q3");
        IsPair = tokens.Take(length).Any(token => token.Key == "/");
    }

    /// <summary>The label as printed.</summary>
    public string Text { get; }

    /// <summary>The label without what it says of its cells; the whole label where it says nothing else.</summary>
    public string Name { get; }

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>How many of them are of the name.</summary>
    public int Length { get; }

    /// <summary>Whether it says nothing but what stands in its cells, so that the heading above names the quantity.</summary>
    public bool IsMeasureOnly { get; }

    /// <summary>Whether it says that medians are printed.</summary>
    public bool SaysMedian { get; }

    /// <summary>Whether it says that means are printed.</summary>
    public bool SaysMean { get; }

    /// <summary>Whether it says that quartiles are printed.</summary>
    public bool SaysQuartiles { get; }

    /// <summary>Whether its name is of two levels with a stroke between.</summary>
    public bool IsPair { get; }

    /// <summary>The comparison with the one number of the name: <c>&gt;55%</c>; <see langword="null"/>: it is no such comparison.</summary>
    public (ConditionKind Kind, double Bound)? Bound
    {
        get
        {
            int[] numbers = [.. Enumerable.Range(0, Length).Where(i => Tokens[i].Kind == TokenKind.Number)];
            if (numbers is not [> 0 and var at])
            {
                return null;
            }

            double value = (double)Tokens[at].Number.Value;
            return Tokens[at - 1].Key switch
            {
                "≥" => (ConditionKind.AtLeast, value),
                ">" => (ConditionKind.Above, value),
                "≤" => (ConditionKind.AtMost, value),
                "<" => (ConditionKind.Below, value),
                _ => null,
            };
        }
    }

    /// <summary>The beginnings of the words of the name, with its numbers; what stands in brackets only explains it.</summary>
    public IReadOnlyList<string> Stems
    {
        get
        {
            List<string> stems = StemsWithout(Measures);

            // "SD" alone is stable disease.
            return stems.Count > 0 || IsMeasureOnly ? stems : StemsWithout([]);
        }
    }

    private List<string> StemsWithout(HashSet<string> measures)
    {
        List<string> stems = [];
        int depth = 0;
        foreach (Token token in Tokens.Take(Length))
        {
            depth += token.Key is "(" or "[" ? 1 : token.Key is ")" or "]" ? -1 : 0;
            if (depth == 0 && token.Kind == TokenKind.Number)
            {
                stems.Add(token.Text);
            }
            else if (depth == 0 && token.Kind == TokenKind.Word && !Stopped.Contains(token.Key) && !measures.Contains(token.Key))
            {
                stems.Add(PrintedStem.Of(token.Key));
            }
        }

        return stems;
    }

    /// <summary>Parts a label.</summary>
    public static RowLabel Of(TextCell cell, DraftPaper paper)
    {
        List<Token> tokens = [.. cell.Tokens];
        while (tokens.Count > 1 && IsMark(tokens[^1], tokens[^2]))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        int length = tokens.Count;
        for (int k = 1; k < tokens.Count; k++)
        {
            if (tokens[k].Key is "," or "(" or "[" or ":" or ";" or "-" or "—" && tokens.Skip(k).All(IsMeasure)
                && !tokens.Take(k).All(IsMeasure))
            {
                length = k;
                break;
            }
        }

        string text = tokens.Count == 0 ? "" : paper.TextBetween(tokens[0].Start, tokens[^1].End);
        string name = length == tokens.Count ? text : paper.TextBetween(tokens[0].Start, tokens[length - 1].End);
        return new RowLabel(text, name, tokens, length);
    }

    private static bool IsMeasure(Token token) => token.Kind switch
    {
        TokenKind.Word => Measures.Contains(token.Key),
        TokenKind.Number => token.Number.Value is 90 or 95 or 99 or 25 or 75,
        _ => true,
    };

    /// <summary>A letter or a sign behind a label is the mark of a note.</summary>
    private static bool IsMark(Token last, Token before) => last.Key is "*" or "#" or "^" or "†" or "‡"
        || (last is { Kind: TokenKind.Word, Text.Length: 1 } && last.Text[0] is >= 'a' and <= 'h' && before.Kind != TokenKind.Number
            && before.Text.Length > 2 && last.Start > before.End - 1);
}
