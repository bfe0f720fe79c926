namespace SurvivalKit.TextCheck;

/// <summary>Reads hazard ratios, odds ratios, relative risks and ratios of rates with their intervals and P values.</summary>
internal static class RatioGrammar
{
    private const int LongestDescription = 10;

    private static readonly string[] Connectors =
    [
        "(", ")", "[", "]", ",", ":", ";", "=", "≈", "-", "of", "was", "were", "is", "are", "being", "estimated", "at", "as", "about",
        "approximately", "value", "estimate", "estimates"
    ];
    private static readonly string[] Descriptions =
    [
        "for", "of", "in", "between", "comparing", "from", "with", "favoring", "favouring", "associated"
    ];
    private static readonly string[] UnitsOfOthers = ["bpm", "beats", "breaths", "mmhg", "min", "mg", "ml", "%", "h", "hours", "hrs"];

    /// <summary>Reads a ratio at this position, or nothing. A name in the plural may give several ratios.</summary>
    public static IReadOnlyList<Statistic> Read(TokenReader reader)
    {
        int first = reader.At;
        if (RatioNames.Read(reader) is not (TextStatisticKind kind, bool plural))
        {
            return [];
        }

        int behindName = reader.At;
        Statistic? one = Value(reader, out PrintedNumber ratio) ? Tail(reader, kind, ratio, first) : null;
        int end = reader.At;
        if (one is not RatioStatistic { Interval: not null })
        {
            reader.At = behindName;
            bool isFar = FarRatio.MoveTo(reader, out bool isCertain);
            Statistic? far = isFar ? Tail(reader, kind, reader.TakeNumber()!.Value, first) : null;
            (one, end) = far is RatioStatistic { Interval: not null } found
                && (one is null || one.End > reader.At - 2 || one is UnreadStatistic or RatioStatistic { P: null, Ratio.Decimals: 0 })
                ? (found with { IsCertain = isCertain }, reader.At) : (one, end);
        }

        if (one is null)
        {
            reader.At = first;
            return [];
        }

        reader.At = end;
        List<Statistic> all = [one];
        while (plural && one is RatioStatistic && Another(reader, kind) is { } another)
        {
            all.Add(another);
        }

        return all;
    }

    /// <summary>Reads the words between the name and the number, and the number.</summary>
    private static bool Value(TokenReader reader, out PrintedNumber ratio)
    {
        ratio = default;
        int described = 0;
        for (int i = 0; i < LongestDescription + 12; i++)
        {
            Token next = reader.Next;
            if (next.Kind == TokenKind.Number && IntervalGrammar.Name(reader) is (IntervalMeaning.Confidence, _))
            {
                // The level in "HR (95% CI) 0.72 (0.54-0.96)".
                continue;
            }

            if (next.Kind == TokenKind.Number)
            {
                ratio = IsNegative(reader) ? next.Number with { Value = -next.Number.Value } : next.Number;
                reader.At++;
                bool isRatio = ratio.Value < 10000 && !(reader.Next.Key == "%" || UnitsOfOthers.Contains(reader.Next.Key));
                return isRatio && reader.Next.Key != "/";
            }

            if (RatioNames.IsAcronym(next) || IntervalGrammar.Name(reader) is (IntervalMeaning.Confidence, _))
            {
                reader.At += RatioNames.IsAcronym(next) ? 1 : 0;
                continue;
            }

            if (MoveBehindBracket(reader) || MoveToInterval(reader))
            {
                continue;
            }

            if (reader.TakeAny(Descriptions))
            {
                described = Math.Max(described, 1);
            }
            else if (reader.TakeAny(Connectors))
            {
                continue;
            }
            else if (described is > 0 and <= LongestDescription && next.Kind == TokenKind.Word)
            {
                described++;
                reader.At++;
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Skips a comparison in brackets without a number: "HR (A vs. B): 0.72".</summary>
    private static bool MoveBehindBracket(TokenReader reader)
    {
        if (!(reader.Next.Key is "(" or "[") || reader.Ahead(1).Kind != TokenKind.Word || RatioNames.IsName(reader.Ahead(1)))
        {
            return false;
        }

        for (int i = 1; i <= LongestDescription + 2; i++)
        {
            Token token = reader.Ahead(i);
            if (token.Key is ")" or "]")
            {
                reader.At += i + 1;
                return true;
            }

            if (token.Kind is TokenKind.Number or TokenKind.End || token.Key is "(" or "[" or ";" or "p" or "ci")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"HR and 95% CI: 0.72, 0.54-0.96".</summary>
    private static bool MoveToInterval(TokenReader reader)
    {
        int start = reader.At;
        if (reader.TakeAny("and", "with", "&") && IntervalGrammar.Name(reader) is (IntervalMeaning.Confidence, _))
        {
            return true;
        }

        reader.At = start;
        return false;
    }

    /// <summary>A minus sign at the number, with a space before it; "HR-0.72" and "HR - 0.72" have a dash.</summary>
    private static bool IsNegative(TokenReader reader) => reader.Ahead(-1).Key == "-" && reader.Ahead(-1).End == reader.Next.Start
        && reader.Ahead(-2).End < reader.Ahead(-1).Start;

    /// <summary>Reads the interval and the P value after a ratio, in either order.</summary>
    private static Statistic? Tail(TokenReader reader, TextStatisticKind kind, PrintedNumber ratio, int first)
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
        if (IntervalGrammar.Name(reader) is (IntervalMeaning.Confidence, _)
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

    /// <summary>The next ratio after "HRs of 0.72 (0.54-0.96) and".</summary>
    private static RatioStatistic? Another(TokenReader reader, TextStatisticKind kind)
    {
        int start = reader.At;
        reader.SkipAny(3, ",", "and", "versus", "vs", ";");
        int first = reader.At;
        if (first > start
            && reader.TakeNumber() is { } ratio
            && Tail(reader, kind, ratio, first) is RatioStatistic { Interval: not null } found)
        {
            return found;
        }

        reader.At = start;
        return null;
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
