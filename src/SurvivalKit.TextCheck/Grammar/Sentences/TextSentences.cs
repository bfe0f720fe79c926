namespace SurvivalKit.TextCheck;

/// <summary>A sentence of a paragraph: its tokens from the first up to, not including, the end.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct TextSentence(int Start, int End);

/// <summary>Splits the tokens of a paragraph into sentences, and reads plain things of one.</summary>
internal static class TextSentences
{
    private static readonly HashSet<string> Abbreviations =
        new(StringComparer.Ordinal)
        {
            "vs", "al", "fig", "figs", "no", "nos", "e.g", "i.e", "ca", "approx", "dr", "st", "resp", "cf", "e", "g",
        };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "years", "year", "yrs", "months", "month", "weeks", "week", "days", "day", "hours", "hour", "h", "minutes", "min", "seconds", "mg",
        "g", "kg", "ml", "l", "gy", "cgy", "mcg", "μg", "ug", "iu", "cm", "mm", "mmhg", "mmol", "sites", "centres", "centers", "hospitals",
        "countries", "clinics", "times", "doses", "cycles", "courses", "fractions", "points", "units", "arms", "groups", "studies",
        "trials",
        "schools", "villages", "clusters", "practices", "per", "years-old", "fold", "mg/day", "mg/kg", "x", "types", "kinds", "variables",
    };

    private static readonly HashSet<string> Months = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "in", "between", "since", "until", "from", "year",
    };

    /// <summary>The sentences in their order.</summary>
    public static List<TextSentence> Split(IReadOnlyList<Token> tokens)
    {
        List<TextSentence> sentences = [];
        int start = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (IsEnd(tokens, i))
            {
                sentences.Add(new(start, i + 1));
                start = i + 1;
            }
        }

        if (start < tokens.Count)
        {
            sentences.Add(new(start, tokens.Count));
        }

        return sentences;
    }

    /// <summary>Whether a token of the sentence is one of these words.</summary>
    public static bool Has(IReadOnlyList<Token> tokens, int start, int end, HashSet<string> words)
    {
        for (int i = Math.Max(0, start); i < Math.Min(tokens.Count, end); i++)
        {
            if (tokens[i].Kind == TokenKind.Word && words.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a percentage stands in the sentence.</summary>
    public static bool HasPercent(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (tokens[i].Key is "%" or "percent" or "cent")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a whole number can be one of people: no percentage, no year, no dose, no part of a ratio or of a range.</summary>
    public static bool CanCount(IReadOnlyList<Token> tokens, int i)
    {
        if (!tokens[i].IsWhole)
        {
            return false;
        }

        string next = i + 1 < tokens.Count ? tokens[i + 1].Key : "";
        string before = i > 0 ? tokens[i - 1].Key : "";
        string second = i + 2 < tokens.Count ? tokens[i + 2].Key : "";
        bool isYear = tokens[i].Number.Value is >= 1900 and <= 2100 && tokens[i].Text.Length == 4
            && (Months.Contains(before) || before is "," or "-" or "to" or "and" or "(" or "/");
        bool isRatio = before == ":" && i > 1 && tokens[i - 2].Kind == TokenKind.Number;
        bool joins = isRatio || before is "-" or "/" or "±" or "+" or "×" or "<" or ">" or "≥" or "≤" or "$" or "." or "["
            || next is "/" or ":" or "±" or "×" or "°" && i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Number;
        return !isYear && !joins && next is not ("%" or "percent" or "-") && !(next == "per" && second == "cent") && !Units.Contains(next);
    }

    /// <summary>Whether a sentence ends with the token: no decimal point, and none of an abbreviation.</summary>
    public static bool IsEnd(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].Key is not ("." or "?" or "!") || i == 0)
        {
            return false;
        }

        if (i + 1 >= tokens.Count)
        {
            return true;
        }

        Token next = tokens[i + 1];
        return next.Start > tokens[i].End && !Abbreviations.Contains(tokens[i - 1].Key)
            && (next.Kind != TokenKind.Word || !char.IsLower(next.Text[0]));
    }
}
