namespace SurvivalKit.TextCheck;

/// <summary>Reads hazard ratios, odds ratios, relative risks and ratios of rates with their intervals and P values.</summary>
internal static class RatioGrammar
{
    /// <summary>Reads a ratio at this position, or nothing. A name in the plural may give several ratios.</summary>
    public static IReadOnlyList<Statistic> Read(TokenReader reader)
    {
        int first = reader.At;
        if (RatioNames.Read(reader) is not (TextStatisticKind kind, bool plural))
        {
            return [];
        }

        int behindName = reader.At;
        Statistic? one = RatioValue.Read(reader, out PrintedNumber ratio) ? RatioTail.Read(reader, kind, ratio, first) : null;
        int end = reader.At;
        if (one is not RatioStatistic { Interval: not null })
        {
            reader.At = behindName;
            bool isFar = FarRatio.MoveTo(reader, out bool isCertain);
            Statistic? far = isFar ? RatioTail.Read(reader, kind, reader.TakeNumber()!.Value, first) : null;
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

    /// <summary>The next ratio after "HRs of 0.72 (0.54-0.96) and".</summary>
    private static RatioStatistic? Another(TokenReader reader, TextStatisticKind kind)
    {
        int start = reader.At;
        reader.SkipAny(3, ",", "and", "versus", "vs", ";");
        int first = reader.At;
        if (first > start
            && reader.TakeNumber() is { } ratio
            && RatioTail.Read(reader, kind, ratio, first) is RatioStatistic { Interval: not null } found)
        {
            return found;
        }

        reader.At = start;
        return null;
    }
}
