namespace SurvivalKit.TextCheck;

/// <summary>Reads what stands behind the number of a ratio: its unit, its interval, its P value.</summary>
internal static class RatioTail
{
    private const int LongestDescription = 10;

    /// <summary>Reads the interval and the P value after a ratio, in either order.</summary>
    public static Statistic? Read(TokenReader reader, TextStatisticKind kind, PrintedNumber ratio, int first)
    {
        int behindRatio = reader.At;
        Unit(reader);
        IntervalPart? interval = null;
        PValuePart? p = null;
        bool more = true;
        while (more)
        {
            more = false;
            if (interval is null
                && IntervalGrammar.Read(reader, ratio.Value, mayBeUnnamed: true) is { } read
                && read.Meaning != IntervalMeaning.Quartiles)
            {
                interval = Positive(read);
                more = true;
            }
            else if (p is null && OwnP(reader) is { } value)
            {
                p = value;
                more = true;
            }
        }

        interval ??= IntervalBehindWords(reader, ratio, behindRatio);
        if (interval is not null && p is null)
        {
            p = OwnP(reader);
        }

        Close(reader);
        if (interval is null && p is null)
        {
            reader.At = behindRatio;
            return Incomplete(reader, kind, ratio, first);
        }

        return new RatioStatistic(kind, ratio, interval, p) { First = first, End = reader.At };
    }

    /// <summary>Reads the interval of "1.09 in favour of the control, 95% CI 0.80 to 1.48", where it holds the ratio.</summary>
    private static IntervalPart? IntervalBehindWords(TokenReader reader, PrintedNumber ratio, int behindRatio)
    {
        int start = reader.At;
        if (start != behindRatio || ratio.Decimals == 0 || reader.SkipWords(LongestDescription) == 0)
        {
            reader.At = start;
            return null;
        }

        for (int i = behindRatio; i < reader.At; i++)
        {
            if (RatioNames.IsName(reader.Tokens[i]))
            {
                reader.At = start;
                return null;
            }
        }

        IntervalPart? interval = IntervalGrammar.Read(reader, ratio.Value, mayBeUnnamed: false);
        bool isOwn = interval is { Meaning: IntervalMeaning.Confidence } && interval.Lower.Value <= ratio.Value
            && ratio.Value <= interval.Upper.Value;
        reader.At = isOwn ? reader.At : start;
        return isOwn ? interval : null;
    }

    /// <summary>Reads a P value of the ratio; one for interaction or trend belongs to another test, and of several with "respectively" only
    /// the first may belong to it.</summary>
    private static PValuePart? OwnP(TokenReader reader)
    {
        int start = reader.At;
        PValuePart? p = PValueGrammar.Read(reader);
        if (p is { Question: not null } || (p is not null && IsOneOfSeveral(reader)))
        {
            reader.At = start;
            return null;
        }

        return p;
    }

    private static bool IsOneOfSeveral(TokenReader reader)
    {
        const int Furthest = 12;
        for (int i = 0; i < Furthest && reader.Ahead(i).Key != "." && reader.Ahead(i).Kind != TokenKind.End; i++)
        {
            if (reader.Ahead(i).Key == "respectively")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the unit of a ratio: <c>per 10 years</c>, <c>per 1-unit increase</c>.</summary>
    private static void Unit(TokenReader reader)
    {
        int start = reader.At;
        if (reader.Take("±") && reader.TakeNumber() is not null)
        {
            // Its standard error.
            return;
        }

        reader.At = start;
        reader.TakeAny("(", "[", ",");
        if (reader.TakeAny("per", "for") && (reader.TakeAny("each", "every", "a") || reader.Ahead(-1).Key == "per"))
        {
            reader.TakeNumber();
            reader.Take("-");
            reader.SkipWords(4);
            if (reader.Next.Key is ")" or "]" && reader.Ahead(1).Key is "(" or "[" or ",")
            {
                reader.At++;
            }

            return;
        }

        reader.At = start;
    }

    /// <summary>A ratio without interval and P value: read where it has decimals, or the beginning of a statistic that could not be
    /// read.</summary>
    private static Statistic? Incomplete(TokenReader reader, TextStatisticKind kind, PrintedNumber ratio, int first)
    {
        int start = reader.At;
        if (reader.Next.Key is "-" or "to" && reader.Ahead(1).Kind == TokenKind.Number)
        {
            reader.At += 2;
            return new UnreadStatistic("two numbers stand where a ratio and its interval were expected") { First = first, End = reader.At };
        }

        reader.SkipAny(3, ",", ";", "(", "[", ":");
        bool bracket = reader.Ahead(-1).Key is "(" or "[";
        if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _)
            || (reader.Next.Kind == TokenKind.Number && reader.Ahead(1).Key == "%" && ratio.Decimals > 0))
        {
            if (reader.Next.Kind == TokenKind.Number && reader.Ahead(1).Key == "%")
            {
                reader.At += 2;
            }

            return new UnreadStatistic(
                "an interval is announced behind the ratio, and its two ends were not found")
            { First = first, End = reader.At };
        }

        if (bracket && reader.Next.Kind == TokenKind.Number && ratio.Decimals > 0)
        {
            reader.At++;
            return new UnreadStatistic("a bracket opens behind the ratio, and the two ends of an interval were not found in it")
            {
                First = first,
                End = reader.At
            };
        }

        reader.At = start;
        return ratio.Decimals > 0 ? new RatioStatistic(kind, ratio, null, null) { First = first, End = start } : null;
    }

    /// <summary>A dash before the lower end of a ratio's interval is not a minus sign: a ratio is positive.</summary>
    private static IntervalPart Positive(IntervalPart interval) => interval.Lower.Value >= 0 && interval.Upper.Value >= 0
        ? interval
        : interval with
        {
            Lower = interval.Lower with { Value = Math.Abs(interval.Lower.Value) },
            Upper = interval.Upper with { Value = Math.Abs(interval.Upper.Value) }
        };

    private static void Close(TokenReader reader)
    {
        if (reader.Next.Key is ")" or "]")
        {
            reader.At++;
        }
    }
}
