namespace SurvivalKit.TextCheck;

/// <summary>Reads medians and other estimates between two numbers: <c>median OS was 11.9 months (range, 1.2-45.2)</c>,
/// <c>5.2 months (95% CI, 4.1-6.3)</c>.</summary>
internal static class EstimateGrammar
{
    private const int LongestDescription = 12;

    /// <summary>Reads an estimate with its interval at this position, or nothing.</summary>
    public static EstimateStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        EstimateStatistic? found = null;
        if (IsMedian(reader.Next))
        {
            found = Median(reader);
        }
        else if (reader.Next.Kind == TokenKind.Number
            || (reader.Next.Key == "-" && reader.Ahead(1).Kind == TokenKind.Number && reader.Ahead(-1).Kind != TokenKind.Number))
        {
            found = Plain(reader, TextStatisticKind.Estimate, mayBeUnnamed: false);
        }

        if (found is null)
        {
            reader.At = first;
            return null;
        }

        reader.TakeAny(")", "]");
        return found with { First = first, End = reader.At };
    }

    private static bool IsMedian(Token token) =>
        token.Key is "median" or "medians" or "mpfs" or "mos" or "mdfs" or "mttp" or "mdor" or "mefs" or "mrfs";

    private static EstimateStatistic? Median(TokenReader reader)
    {
        reader.At++;
        bool isNamed = false;
        for (int i = 0; i < LongestDescription && reader.Next.Kind is not (TokenKind.Number or TokenKind.End); i++)
        {
            if (RatioNames.IsAcronym(reader.Next) || reader.Next.Key is "hazard" or "odds" or "hazard-ratio")
            {
                // "Median PFS (HR 1.03, 95% CI ...)": what follows is the ratio's.
                return null;
            }

            // "median (IQR) 62 (55-70)" names the brackets in advance.
            isNamed |= reader.Next.Key is "iqr" or "range" or "interquartile" or "ci";
            if (reader.Next.Kind == TokenKind.Symbol && !(reader.Next.Key is "(" or ")" or "[" or "]" or "," or ":" or "="))
            {
                return null;
            }

            reader.At++;
        }

        if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
        {
            isNamed = true;
            reader.SkipAny(4, ")", "]", ",", ":", "was", "of", "=");
            reader.SkipWords(LongestDescription);
            reader.SkipAny(2, ",", ":");
        }

        return Plain(reader, TextStatisticKind.Median, isNamed);
    }

    private static EstimateStatistic? Plain(TokenReader reader, TextStatisticKind kind, bool mayBeUnnamed)
    {
        // "-079": a number that lost its point.
        if (reader.TakeSigned() is not { } value || (value.Decimals == 0 && reader.Ahead(-1).Text is ['0', _, ..]))
        {
            return null;
        }

        reader.TakePercent();
        if (reader.Take("per") && (reader.TakeNumber() is not null || reader.Next.Kind == TokenKind.Word))
        {
            // "1.68 per 0.11 mmol/L, 95% CI".
            reader.SkipWords(2);
            reader.TakeAll("/", "l");
        }

        reader.SkipWords(2);
        if (!(reader.Next.Key is "(" or "[" or "," or ";"))
        {
            return null;
        }

        IntervalPart? interval = IntervalGrammar.Read(reader, value.Value, mayBeUnnamed);
        return interval is null ? null : new EstimateStatistic(kind, value, interval);
    }
}
