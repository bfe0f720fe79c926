namespace SurvivalKit.TextCheck;

/// <summary>Reads counts with percentages: <c>24 (42.9%)</c>, <c>24/56 (42.9%)</c>, <c>24 of 56 patients (42.9%)</c>, <c>42.9% (24/56)</c>,
/// <c>n = 24 (42.9%)</c>.</summary>
internal static class CountGrammar
{
    private const int LongestDescription = 7;

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "patients", "patient", "subjects", "participants", "participant", "cases", "case", "men", "women", "males", "females",
        "individuals", "persons", "people", "children",
        "adults", "events", "event", "deaths", "death", "samples", "tumors", "tumours", "responders", "controls", "eyes", "lesions",
        "specimens", "hospitals", "infants", "respondents",
        "survivors", "relapses", "recipients", "procedures", "studies", "trials", "boys", "girls", "responses", "progressions",
    };

    /// <summary>Reads a count with its percentage at this position, or nothing.</summary>
    public static CountStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        // The second number of 3:1 and of 10:30 is not a count; one after "Deaths:" is.
        bool isRatio = reader.Ahead(-1).Key == ":" && reader.Ahead(-2).Kind == TokenKind.Number;
        if (reader.Next.Kind != TokenKind.Number || isRatio || reader.Ahead(-1).Key is "/" or ".")
        {
            return null;
        }

        CountStatistic? found = PercentFirst(reader);
        if (found is null)
        {
            reader.At = first;
            found = CountFirst(reader);
        }

        if (found is null || found.Percent.Value > 1000)
        {
            reader.At = first;
            return null;
        }

        // The interval of the percentage belongs to it; only its position can be checked.
        if (IntervalGrammar.Read(reader, found.Percent.Value, mayBeUnnamed: false) is not null)
        {
            reader.TakeAny(")", "]");
        }

        return found with { First = first, End = reader.At };
    }

    private static CountStatistic? CountFirst(TokenReader reader)
    {
        if (reader.TakeWhole() is not { } count)
        {
            return null;
        }

        int? of = null;
        if (reader.TakeAny("/", "of") || reader.TakeAll("out", "of"))
        {
            reader.SkipAny(2, "the", "all", "these", "our", "a", "total", "of");
            of = reader.TakeWhole();
            if (of is null)
            {
                return null;
            }
        }

        // A year is not a count: "In 2016 patients (57%)".
        bool counted = Counted.Contains(reader.Next.Key) || (reader.Next.Kind == TokenKind.Word && Counted.Contains(reader.Ahead(1).Key));
        if ((counted || of is not null) && !(count is >= 1900 and <= 2100 && of is null))
        {
            reader.SkipWords(LongestDescription);
        }

        bool isOpen = reader.TakeAny("(", "[");
        if (!isOpen && !(of is not null && reader.TakeAny(",", ";", "=")) && !(reader.Ahead(-2).Key == "=" && reader.TakeAny(",", ";")))
        {
            return null;
        }

        isOpen |= reader.TakeAny("(", "[");
        if (reader.TakeNumber() is not { } percent)
        {
            return null;
        }

        bool hasSign = reader.TakePercent();
        bool closes = reader.Next.Key is ")" or "]" or "," or ";" or ":";
        bool isPercent = hasSign
            ? closes || !isOpen || reader.IsAtEnd
            : of is { } n && n >= count && percent.Decimals > 0 && percent.Value <= 100 && reader.Next.Key is ")" or "]";
        if (!isPercent)
        {
            return null;
        }

        reader.TakeAny(")", "]");
        of ??= OfBehind(reader);
        return new CountStatistic(count, percent, of);
    }

    private static CountStatistic? PercentFirst(TokenReader reader)
    {
        PrintedNumber percent = reader.TakeNumber()!.Value;
        if (!reader.TakePercent())
        {
            return null;
        }

        int words = reader.Next.Key == "of" ? LongestDescription : 3;
        reader.SkipWords(words);
        if (!reader.TakeAny("(", "[", ","))
        {
            return null;
        }

        bool isOpen = reader.Ahead(-1).Key != ",";
        bool named = reader.Take("n");
        if (named && !reader.Take("="))
        {
            return null;
        }

        if (reader.TakeWhole() is not { } count)
        {
            return null;
        }

        if (reader.TakeAny("/", "of") || reader.TakeAll("out", "of"))
        {
            reader.SkipAny(2, "the", "all", "these", "our", "a", "total", "of");
            if (reader.TakeWhole() is not { } of)
            {
                return null;
            }

            reader.SkipWords(LongestDescription);
            return !isOpen || Closes(reader) ? new CountStatistic(count, percent, of) : null;
        }

        bool counted = Counted.Contains(reader.Next.Key) || (reader.Next.Kind == TokenKind.Word && Counted.Contains(reader.Ahead(1).Key));
        if (!isOpen || !(named || counted))
        {
            return null;
        }

        reader.SkipWords(LongestDescription);
        return Closes(reader) ? new CountStatistic(count, percent, null) : null;
    }

    /// <summary>The number after "8 (57.1%) of 14 patients".</summary>
    private static int? OfBehind(TokenReader reader)
    {
        int start = reader.At;
        if (reader.Take("of") || reader.TakeAll("out", "of"))
        {
            reader.SkipAny(2, "the", "all", "these", "our");
            if (reader.TakeWhole() is { } of)
            {
                return of;
            }
        }

        reader.At = start;
        return null;
    }

    private static bool Closes(TokenReader reader) => reader.TakeAny(")", "]") || reader.Next.Key is ";" or "," || reader.IsAtEnd;
}
