namespace SurvivalKit.TextCheck;

/// <summary>Reads means with standard deviations: <c>62.2 ± 13.9</c>, <c>mean (SD) age, 62.2 (13.9) years</c>,
/// <c>M = 3.4, SD = 1.1</c>.</summary>
internal static class MeanGrammar
{
    private const int LongestDescription = 8;
    private const int Neighbourhood = 14;

    /// <summary>Reads a mean at this position, or nothing.</summary>
    public static MeanStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        MeanStatistic? found = reader.Next.Kind == TokenKind.Number || reader.Next.Key == "-" ? PlusMinus(reader) : Named(reader);
        if (found is null)
        {
            reader.At = first;
            return null;
        }

        int end = reader.At;
        return found with
        {
            First = first,
            End = end,
            N = N(reader, first, end),
            IsWhole =
            WholeNumberWords.SaysWhole(reader.Tokens, first - Neighbourhood, end + 3)
        };
    }

    private static MeanStatistic? PlusMinus(TokenReader reader)
    {
        if (reader.Next.Key == "-" && reader.Ahead(-1).Kind is TokenKind.Number)
        {
            return null;
        }

        PrintedNumber? mean = reader.TakeSigned();
        if (mean is null || !reader.Take("±"))
        {
            return null;
        }

        return reader.TakeNumber() is { } deviation ? new MeanStatistic(mean.Value, deviation, null, false) : null;
    }

    private static MeanStatistic? Named(TokenReader reader)
    {
        if (reader.Next.Text == "M" && reader.Ahead(1).Key == "=")
        {
            reader.At += 2;
            return reader.TakeSigned() is { } mean
                && reader.TakeAny(",", ";")
                && Deviation(reader) is { } sd ? new MeanStatistic(mean, sd, null, false) : null;
        }

        if (!reader.TakeAny("mean", "average"))
        {
            return null;
        }

        bool hasDeviation = false;
        for (int i = 0; i < LongestDescription + 6 && reader.Next.Kind is not (TokenKind.Number or TokenKind.End); i++)
        {
            if (reader.Next.Key == "-" && reader.Ahead(1).Kind == TokenKind.Number)
            {
                break;
            }

            hasDeviation |= reader.Next.Key is "sd" or "deviation";
            if (reader.Next.Kind == TokenKind.Symbol && !(reader.Next.Key is "(" or ")" or "[" or "]" or "," or ":" or "=" or "±"))
            {
                return null;
            }

            reader.At++;
        }

        if (reader.TakeSigned() is not { } value)
        {
            return null;
        }

        reader.SkipWords(2);
        if (reader.Take("±"))
        {
            return reader.TakeNumber() is { } deviation ? new MeanStatistic(value, deviation, null, false) : null;
        }

        if (!reader.TakeAny("(", "[", ","))
        {
            return null;
        }

        if (Deviation(reader) is { } named)
        {
            reader.TakeAny(")", "]");
            return new MeanStatistic(value, named, null, false);
        }

        return hasDeviation
            && reader.Ahead(-1).Key != ","
            && reader.TakeNumber() is { } bare
            && reader.TakeAny(")", "]") ? new MeanStatistic(value, bare, null, false) : null;
    }

    private static PrintedNumber? Deviation(TokenReader reader)
    {
        int start = reader.At;
        reader.Take("±");
        bool named = reader.TakeAny("sd", "s.d") || reader.TakeAll("standard", "deviation");
        if (named)
        {
            reader.SkipAny(3, "=", ":", ",", "of", "±", "[", "sd", "]");
        }

        if (named && reader.TakeNumber() is { } deviation)
        {
            return deviation;
        }

        reader.At = start;
        return null;
    }

    /// <summary>The <c>n = 14</c> directly after it, or in the brackets directly before it.</summary>
    private static int? N(TokenReader reader, int first, int end)
    {
        IReadOnlyList<Token> tokens = reader.Tokens;
        for (int i = end; i < Math.Min(tokens.Count - 2, end + 4); i++)
        {
            if (tokens[i].Key == "n" && tokens[i + 1].Key == "=" && tokens[i + 2].IsWhole)
            {
                return (int)tokens[i + 2].Number.Value;
            }
        }

        for (int i = first - 1; i >= Math.Max(2, first - 6); i--)
        {
            if (tokens[i].Kind == TokenKind.Number && tokens[i].IsWhole && tokens[i - 1].Key == "=" && tokens[i - 2].Key == "n")
            {
                return (int)tokens[i].Number.Value;
            }

            if (tokens[i].Kind == TokenKind.Number)
            {
                break;
            }
        }

        return null;
    }
}
