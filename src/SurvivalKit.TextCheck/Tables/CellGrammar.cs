namespace SurvivalKit.TextCheck;

/// <summary>Reads whole cells of tables, where a percentage needs no sign and a P value no letter.</summary>
internal static class CellGrammar
{
    /// <summary>A count with its percentage: <c>24 (42.9)</c>, <c>24/56 (42.9%)</c>, <c>42.9% (24)</c>.</summary>
    /// <param name="tokens">The cell.</param>
    /// <param name="hasSign">Whether a per cent sign is printed.</param>
    public static CountStatistic? Count(IReadOnlyList<Token> tokens, out bool hasSign)
    {
        var reader = new TokenReader(tokens);
        CountStatistic? found = CountFirst(reader, out hasSign);
        if (found is null)
        {
            reader.At = 0;
            found = PercentFirst(reader);
            hasSign = found is not null;
        }

        return found is not null && IsDone(reader) ? found with { First = 0, End = reader.At } : null;
    }

    /// <summary>A mean with its standard deviation: <c>62.2 ± 13.9</c>, and where the row is labelled so <c>62.2 (13.9)</c>.</summary>
    public static MeanStatistic? Mean(IReadOnlyList<Token> tokens, bool inBrackets)
    {
        var reader = new TokenReader(tokens);
        if (reader.TakeSigned() is not { } mean)
        {
            return null;
        }

        bool isBracket = inBrackets && reader.TakeAny("(", "[");
        if ((!isBracket && !reader.Take("±")) || reader.TakeNumber() is not { } deviation || (isBracket && !reader.TakeAny(")", "]")))
        {
            return null;
        }

        return new MeanStatistic(mean, deviation, null, false) { First = 0, End = reader.At };
    }

    /// <summary>An estimate with two numbers after it: <c>5.2 (1.2-31.7)</c>, <c>0.72 [0.54, 0.96]</c>, <c>0.72 (95% CI
    /// 0.54-0.96)</c>.</summary>
    public static (PrintedNumber Value, IntervalPart Interval, int End)? Interval(IReadOnlyList<Token> tokens)
    {
        var reader = new TokenReader(tokens);
        if (reader.TakeSigned() is not { } value)
        {
            return null;
        }

        reader.SkipWords(1);
        IntervalPart? interval = IntervalGrammar.Read(reader, value.Value, mayBeUnnamed: true);
        if (interval is null)
        {
            return null;
        }

        reader.TakeAny(")", "]");
        return (value, interval, reader.At);
    }

    /// <summary>Two numbers alone: <c>0.54-0.96</c>.</summary>
    public static IntervalPart? Ends(IReadOnlyList<Token> tokens)
    {
        var reader = new TokenReader(tokens);
        reader.TakeAny("(", "[");
        IntervalPart? interval = IntervalGrammar.Numbers(reader, IntervalMeaning.Confidence, null);
        reader.TakeAny(")", "]");
        return interval is not null && IsDone(reader) ? interval : null;
    }

    /// <summary>A number alone.</summary>
    public static PrintedNumber? Number(IReadOnlyList<Token> tokens)
    {
        var reader = new TokenReader(tokens);
        return reader.TakeNumber() is { } number && IsDone(reader) ? number : null;
    }

    /// <summary>A P value, with or without its letter and sign.</summary>
    public static PValuePart? P(IReadOnlyList<Token> tokens)
    {
        var reader = new TokenReader(tokens);
        if (PValueGrammar.Value(reader) is { } named)
        {
            return named.IsProbability ? named : null;
        }

        char relation = reader.TakeAny("<", "≤") ? '<' : reader.TakeAny(">", "≥") ? '>' : '=';
        reader.Take("=");
        return reader.TakeNumber() is { } mantissa && PValueGrammar.Power(reader, mantissa) is { Value: <= 1 } number && IsDone(reader)
            ? new PValuePart(relation, number, FormattableString.Invariant($"{relation} {number.Value}"))
            : null;
    }

    private static CountStatistic? CountFirst(TokenReader reader, out bool hasSign)
    {
        hasSign = false;
        if (reader.TakeWhole() is not { } count)
        {
            return null;
        }

        int? of = null;
        if (reader.TakeAny("/", "of"))
        {
            of = reader.TakeWhole();
            if (of is null)
            {
                return null;
            }
        }

        bool isOpen = reader.TakeAny("(", "[", ",", ";", "/");
        if (!isOpen || reader.TakeNumber() is not { } percent)
        {
            return null;
        }

        hasSign = reader.TakePercent();
        bool closes = reader.TakeAny(")", "]");
        return (closes || hasSign) && percent.Value <= 1000 ? new CountStatistic(count, percent, of) : null;
    }

    private static CountStatistic? PercentFirst(TokenReader reader)
    {
        if (reader.TakeNumber() is not { } percent || !reader.TakePercent() || !reader.TakeAny("(", "[", ","))
        {
            return null;
        }

        if (reader.Take("n"))
        {
            reader.Take("=");
        }

        if (reader.TakeWhole() is not { } count)
        {
            return null;
        }

        int? of = reader.TakeAny("/", "of") ? reader.TakeWhole() : null;
        reader.TakeAny(")", "]");
        return new CountStatistic(count, percent, of);
    }

    /// <summary>Marks of notes may follow: a letter, a star.</summary>
    private static bool IsDone(TokenReader reader)
    {
        while (reader.Next is { Kind: TokenKind.Word, Text.Length: 1 } or { Kind: TokenKind.Symbol, Key: "*" or "," or "#" or "^" or ";" })
        {
            reader.At++;
        }

        return reader.IsAtEnd;
    }
}
