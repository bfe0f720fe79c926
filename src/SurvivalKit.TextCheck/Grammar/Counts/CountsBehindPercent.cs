namespace SurvivalKit.TextCheck;

/// <summary>Reads counts that stand behind their percentage: <c>42.9% (24/56)</c>, <c>42.9% (n = 24)</c>, <c>42.9% (95% CI 30-57; 24 of
/// 56)</c>.</summary>
internal static class CountsBehindPercent
{
    private const int LongestDescription = 7;

    /// <summary>Reads a percentage and its count at this position, or nothing.</summary>
    public static CountStatistic? Read(TokenReader reader)
    {
        PrintedNumber percent = reader.TakeNumber()!.Value;
        if (!reader.TakePercent())
        {
            return null;
        }

        int words = reader.Next.Key == "of" ? LongestDescription : 3;
        reader.SkipWords(words);
        bool hasInterval = HasInterval(reader, percent);
        if (!hasInterval && !reader.TakeAny("(", "[", ","))
        {
            return null;
        }

        bool isOpen = hasInterval || reader.Ahead(-1).Key != ",";
        bool named = reader.Take("n");
        if (named && !reader.Take("="))
        {
            return null;
        }

        if (reader.TakeWhole() is not { } count)
        {
            return null;
        }

        int counted = reader.At;
        reader.SkipWords(reader.Next.Key is "of" or "out" or "in" or "among" ? 0 : 2);
        if (reader.TakeAny("/", "of") || reader.TakeAll("out", "of") || (isOpen && reader.TakeAny("in", "among"))
            || (isOpen && IsJoinedByWord(reader)))
        {
            reader.SkipAny(2, "the", "all", "these", "our", "a", "total", "of");
            if (reader.TakeWhole() is not { } of)
            {
                return null;
            }

            reader.SkipWords(LongestDescription);
            return !isOpen || Closes(reader) ? new CountStatistic(count, percent, of) : null;
        }

        reader.At = counted;
        if (hasInterval || !(named || (isOpen && CountNouns.IsNext(reader))))
        {
            return null;
        }

        reader.SkipWords(LongestDescription);
        return Closes(reader) ? new CountStatistic(count, percent, null) : null;
    }

    /// <summary>The last of the words skipped joins: "24 responses in 56".</summary>
    private static bool IsJoinedByWord(TokenReader reader) =>
        reader.Ahead(-1).Key is "in" or "of" or "among" && reader.Next.IsWhole;

    /// <summary>Reads the interval of the percentage that stands before the count in the same brackets.</summary>
    private static bool HasInterval(TokenReader reader, PrintedNumber percent)
    {
        int start = reader.At;
        if (reader.TakeAny("(", "[") && IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
        {
            reader.At = start;
            if (IntervalGrammar.Read(reader, percent.Value, mayBeUnnamed: false) is not null && reader.TakeAny(";", ","))
            {
                return true;
            }
        }

        reader.At = start;
        return false;
    }

    private static bool Closes(TokenReader reader) => reader.TakeAny(")", "]") || reader.Next.Key is ";" or "," || reader.IsAtEnd;
}
