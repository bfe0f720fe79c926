namespace SurvivalKit.TextCheck;

/// <summary>What is printed behind an estimate of its uncertainty, in any order.</summary>
internal sealed record EffectParts(IntervalPart? Interval, PrintedNumber? StandardError, int? N, PValuePart? P)
{
    private const int UnitWords = 3;
    private const int FurthestRespectively = 12;
    private const int BracketBefore = 8;

    /// <summary>Whether a minus sign of the interval can be a dash.</summary>
    public bool HasDashes { get; private init; }

    /// <summary>Whether P is in the brackets of the rest, so that it can be of nothing else.</summary>
    public bool IsBound { get; private init; }

    /// <summary>Reads the parts.</summary>
    public static EffectParts Read(TokenReader reader, PrintedNumber value, bool mayBeUnnamed)
    {
        int behind = reader.At;
        Unit(reader);
        var parts = new EffectParts(null, null, null, null) { IsBound = true };
        bool more = true;
        while (more)
        {
            int start = reader.At;
            more = false;
            if (parts.Interval is null && IntervalGrammar.Read(reader, value.Value, mayBeUnnamed) is { } interval)
            {
                if (interval.Meaning is IntervalMeaning.Quartiles or IntervalMeaning.Range)
                {
                    // A range or quartiles say nothing of uncertainty.
                    reader.At = start;
                    break;
                }

                parts = parts with { Interval = interval with { Meaning = IntervalMeaning.Confidence }, HasDashes = Dashes(reader, start) };
                more = true;
            }
            else if (parts.StandardError is null && Numbered(reader, Error) is { } error)
            {
                parts = parts with { StandardError = error };
                more = true;
            }
            else if (parts.N is null && Numbered(reader, Size) is { } size)
            {
                parts = parts with { N = (int)size.Value };
                more = true;
            }
            else if (parts.P is null && PValueGrammar.Read(reader) is { } p)
            {
                if (p.Question is not null || IsOneOfSeveral(reader))
                {
                    reader.At = start;
                    break;
                }

                bool isClosed = reader.Tokens[start].Key is ")" or "]";
                parts = parts with { P = p, IsBound = !isClosed || reader.Tokens[start + 1].Key is "(" or "[" };
                more = true;
            }
        }

        reader.At = parts is { Interval: null, StandardError: null, N: null, P: null } ? behind : reader.At;
        return parts;
    }

    /// <summary>The number of values in the same brackets before the estimate: <c>(n = 30, r = .45</c>.</summary>
    public static int? SizeBefore(IReadOnlyList<Token> tokens, int first)
    {
        for (int i = first - 1; i >= Math.Max(2, first - BracketBefore) && !(tokens[i].Key is "(" or ")" or "."); i--)
        {
            if (tokens[i].IsWhole && tokens[i - 1].Key == "=" && tokens[i - 2].Key == "n")
            {
                return (int)tokens[i].Number.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a word begins another statistic.</summary>
    public static bool IsOfOthers(Token token) => RatioNames.IsAcronym(token) || token.Kind == TokenKind.End
        || token.Key is "hazard" or "odds" or "median" or "ratio" or "respectively" or "p" or "sd" or "±" or "n" or "auc" or "sensitivity"
            or "power" or "detect" or "margin" or "icc";

    private static void Unit(TokenReader reader)
    {
        int start = reader.At;
        for (int i = 0; i < UnitWords + 2; i++)
        {
            bool isUnit = reader.Next.Kind == TokenKind.Word && !IsOfOthers(reader.Next)
                && !(reader.Next.Key is "and" or "vs" or "versus" or "to" or "se" or "with" or "but" or "than" or "compared" or "standard");
            if (!isUnit && !(reader.Next.Key is "/" or "%" or "°"))
            {
                break;
            }

            reader.At++;
        }

        // A unit ends before brackets or a mark; other words are those of the sentence.
        if (!(reader.Next.Key is "(" or "[" or "," or ";" or "±" or ":" or "{" || reader.Next.Key is "with" or "and" or "se"))
        {
            reader.At = start;
        }
    }

    private static PrintedNumber? Numbered(TokenReader reader, Func<TokenReader, PrintedNumber?> part)
    {
        int start = reader.At;
        reader.SkipAny(4, ",", ";", "(", "[", "with", "a", "and", ")", "]");
        if (part(reader) is { } number)
        {
            return number;
        }

        reader.At = start;
        return null;
    }

    private static PrintedNumber? Error(TokenReader reader)
    {
        if (!reader.TakeAny("se", "sem", "s.e", "s.e.m") && !reader.TakeAll("standard", "error") && !reader.TakeAll("s", ".", "e", "."))
        {
            return null;
        }

        reader.SkipAny(5, "=", ":", "of", "[", "(", "se", ")", "]", ",", ".");
        return reader.TakeNumber();
    }

    private static PrintedNumber? Size(TokenReader reader)
    {
        if (!reader.Take("n") || !reader.TakeAny("=", ":") || !reader.Next.IsWhole)
        {
            return null;
        }

        return reader.TakeNumber();
    }

    private static bool Dashes(TokenReader reader, int start)
    {
        for (int i = start; i < reader.At; i++)
        {
            if (reader.Tokens[i].Key == "-" && i > start && reader.Tokens[i - 1].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOfSeveral(TokenReader reader)
    {
        for (int i = 0; i < FurthestRespectively && reader.Ahead(i).Key != "." && reader.Ahead(i).Kind != TokenKind.End; i++)
        {
            if (reader.Ahead(i).Key == "respectively")
            {
                return true;
            }
        }

        return false;
    }
}
