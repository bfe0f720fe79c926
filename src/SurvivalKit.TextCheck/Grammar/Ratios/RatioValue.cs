namespace SurvivalKit.TextCheck;

/// <summary>Reads what stands between the name of a ratio and its number: descriptions, comparisons in brackets, the name of its
/// interval.</summary>
internal static class RatioValue
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

    /// <summary>Reads the words between the name and the number, and the number.</summary>
    public static bool Read(TokenReader reader, out PrintedNumber ratio)
    {
        ratio = default;
        int described = 0;
        for (int i = 0; i < LongestDescription + 12; i++)
        {
            Token next = reader.Next;
            if (next.Kind == TokenKind.Number && IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
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

            if (RatioNames.IsAcronym(next) || IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
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
        if (reader.TakeAny("and", "with", "&") && IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
        {
            return true;
        }

        reader.At = start;
        return false;
    }

    /// <summary>A minus sign at the number, with a space before it; "HR-0.72" and "HR - 0.72" have a dash.</summary>
    private static bool IsNegative(TokenReader reader) => reader.Ahead(-1).Key == "-" && reader.Ahead(-1).End == reader.Next.Start
        && reader.Ahead(-2).End < reader.Ahead(-1).Start;
}
