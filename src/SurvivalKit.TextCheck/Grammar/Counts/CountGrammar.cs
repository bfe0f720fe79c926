namespace SurvivalKit.TextCheck;

/// <summary>Reads counts with percentages: <c>24 (42.9%)</c>, <c>24/56 (42.9%)</c>, <c>24 of 56 patients (42.9%)</c>, <c>42.9% (24/56)</c>,
/// <c>n = 24 (42.9%)</c>.</summary>
internal static class CountGrammar
{
    private const int LongestDescription = 7;

    /// <summary>Reads a count with its percentage at this position, or nothing.</summary>
    public static CountStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        // The second number of 3:1 and of 10:30 is not a count; one after "Deaths:" is. After "No." and the point of decimals none is.
        bool isRatio = reader.Ahead(-1).Key == ":" && reader.Ahead(-2).Kind == TokenKind.Number;
        bool isJoined = reader.Ahead(-1).Key == "/" || (reader.Ahead(-1).Key == "." && reader.Ahead(-1).End == reader.Next.Start);
        bool isNumber = reader.Ahead(-1).Key == "." && reader.Ahead(-2).Key is "no" or "nos" or "fig" or "figs" or "ref" or "refs" or "tab";
        if (reader.Next.Kind == TokenKind.Word && NumberWords.Value(reader.Next.Key) is not null)
        {
            CountStatistic? words = CountFirst(reader);
            reader.At = words is null ? first : reader.At;
            return words is null ? null : words with { First = first, End = reader.At };
        }

        if (reader.Next.Kind != TokenKind.Number || isRatio || isJoined || isNumber)
        {
            return null;
        }

        if (SpacedCounts.Read(reader) is { } spaced)
        {
            reader.At = spaced.End;
            return spaced;
        }

        CountStatistic? found = CountsBehindPercent.Read(reader);
        if (found is null)
        {
            reader.At = first;
            found = CountLabels.IsLabel(reader) ? null : CountFirst(reader);
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

        bool isGlued = (reader.Tokens[first] is var start && first > 0 && reader.Tokens[first - 1] is { Key: ")" or "]" or "%" } before
            && before.End == start.Start) || (reader.Next.Kind == TokenKind.Number && reader.Ahead(-1).End == reader.Next.Start);
        // The beginning of the sentence may confirm the percentage; a later clause can be of others, so that it refutes none.
        int? of = found.Of ?? CountWholes.Before(reader.Tokens, first, found.Count);
        bool isOf = found.Of is not null || (of is { } whole
            && PercentArithmetic.Check(found.Count, found.Percent, new Denominator("", whole)).Verdict != Verdict.Inconsistent);
        return found with { First = first, End = reader.At, IsGlued = isGlued, Of = isOf ? of : null };
    }

    private static CountStatistic? CountFirst(TokenReader reader)
    {
        int first = reader.At;
        bool inWords = reader.Next.Kind == TokenKind.Word;
        if ((inWords ? NumberWords.Take(reader) : reader.TakeWhole()) is not { } count)
        {
            return null;
        }

        int? of = CountWholes.Read(reader, count, out bool isCut, out bool isFar);
        if (isCut)
        {
            return null;
        }

        bool isPart = first > 0 && (reader.Tokens[first - 1].Key is "hundred" or "thousand" or "and" or "-"
            || NumberWords.Value(reader.Tokens[first - 1].Key) is not null);
        if (inWords && (of is null || isPart))
        {
            // The "two" of "one hundred and two of 140".
            return null;
        }

        // A year is not a count: "In 2016 patients (57%)".
        bool isYear = count is >= 1900 and <= 2100 && of is null && reader.Tokens[first].Text.Length == 4;
        bool isLoose = isFar || of is not null && (CountLabels.IsCriterion(reader, first) || (inWords && !CountNouns.IsNext(reader)));
        if ((CountNouns.IsNext(reader) || of is not null) && !isYear)
        {
            reader.SkipWords(LongestDescription);
        }
        else if (!isYear)
        {
            isLoose = CountNouns.TakeAny(reader);
        }

        bool isOpen = reader.TakeAny("(", "[");
        if (isFar && !isOpen)
        {
            return null;
        }

        if (!isOpen && !(of is not null && reader.TakeAny(",", ";", "=")) && !(reader.Ahead(-2).Key == "=" && reader.TakeAny(",", ";")))
        {
            return null;
        }

        isOpen |= reader.TakeAny("(", "[");
        if (of is not null && !isOpen)
        {
            reader.TakeAny("or", "i.e", "that");
        }

        isLoose |= reader.TakeAny("about", "approximately", "approx", "≈", "~", "nearly", "almost", "roughly", "ca");
        reader.Take(isLoose ? "." : "≈");
        int percentAt = reader.At;
        if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
        {
            // The level of an interval: "445/2,111, 95% CI".
            return null;
        }

        reader.At = percentAt;
        if (reader.TakeNumber() is not { } percent)
        {
            return null;
        }

        bool hasSign = reader.TakePercent() || (isOpen && reader.Ahead(1).Key == "%" && reader.TakeAny(")", "]") && reader.Take("%"));
        (bool isWithin, int? within) = hasSign && isOpen ? CountWholes.Within(reader) : (false, null);
        of ??= within;
        bool closes = isWithin || reader.Ahead(-2).Key is ")" or "]" || reader.Next.Key is ")" or "]" or "," or ";" or ":";
        bool isPercent = hasSign
            ? closes || !isOpen || reader.IsAtEnd
            : of is { } n && n >= count && percent.Decimals > 0 && percent.Value <= 100 && reader.Next.Key is ")" or "]";
        if (!isPercent)
        {
            return null;
        }

        reader.TakeAny(")", "]");
        of ??= CountWholes.Behind(reader, count);
        return new CountStatistic(count, percent, of) { HasSign = hasSign, IsLoose = isLoose };
    }
}
