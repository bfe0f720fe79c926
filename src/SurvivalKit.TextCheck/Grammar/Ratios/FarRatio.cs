namespace SurvivalKit.TextCheck;

/// <summary>Finds the number of a ratio behind a longer description: <c>HR vs. warfarin adjusted for age at week 12 was 1.01 (95% CI
/// ...)</c>.
/// The number is the first that a named confidence interval follows.</summary>
internal static class FarRatio
{
    private const int Furthest = 30;
    private const int FurthestCertain = 14;

    // The number behind one of these is of it, not of the ratio.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "median", "medians", "mean", "means", "difference", "differences", "sensitivity", "specificity", "auc", "incidence", "prevalence",
        "rate", "rates", "slope", "correlation", "coefficient", "beta", "smd", "md", "wmd", "kappa", "probability", "proportion",
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "months", "month", "years", "year", "days", "weeks", "hours", "h", "%", "percent", "mg", "ml", "kg", "cm", "mm", "mmhg", "points",
        "mmol", "g", "l", "min", "m2", "m", "events", "patients", "cases",
    };

    /// <summary>Moves to the number of the ratio; where there is none the reader stays.</summary>
    /// <param name="reader">Where to read, behind the name.</param>
    /// <param name="isCertain">Whether nothing between lets it be the number of something else.</param>
    /// <returns>Whether it was found.</returns>
    public static bool MoveTo(TokenReader reader, out bool isCertain)
    {
        int start = reader.At;
        isCertain = true;
        for (int i = 0; i < Furthest; i++)
        {
            Token next = reader.Next;
            if (next.Kind == TokenKind.End || TextSentences.IsEnd(reader.Tokens, reader.At) || next.Key == ";"
                || Others.Contains(next.Key) || (i > 0 && RatioNames.IsAcronym(next) && !(reader.Ahead(-1).Key is "(" or "[" or ",")))
            {
                break;
            }

            if (next.Kind == TokenKind.Number)
            {
                if (IsOwn(reader))
                {
                    return true;
                }

                if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
                {
                    continue;
                }

                if (next.Number.Decimals > 0 && reader.Ahead(1).Kind != TokenKind.Word && reader.Ahead(1).Key is not ("-" or "%"))
                {
                    break;
                }
            }

            isCertain &= i < FurthestCertain
                && !(next.Key is "," or "and" or "or" or "whereas" or "while" or "but" or "from" or "ranged" or "to");
            reader.At++;
        }

        reader.At = start;
        return false;
    }

    /// <summary>A number without a unit that a confidence interval with it inside follows.</summary>
    private static bool IsOwn(TokenReader reader)
    {
        int start = reader.At;
        if (reader.Ahead(-1).Key == "-" && reader.Ahead(-2).Kind is TokenKind.Number or TokenKind.Word)
        {
            return false;
        }

        PrintedNumber value = reader.TakeNumber()!.Value;
        bool isRatio = value.Value is > 0 and < 1000 && !Units.Contains(reader.Next.Key);
        IntervalPart? interval = isRatio && reader.Next.Kind == TokenKind.Symbol
            ? IntervalGrammar.Read(reader, value.Value, mayBeUnnamed: false)
            : null;
        bool isOwn = interval is { Meaning: IntervalMeaning.Confidence } && !Units.Contains(reader.Next.Key) && reader.Ahead(-1).Key != "%"
            && !Units.Contains(reader.Ahead(-1).Key);
        reader.At = start;
        return isOwn;
    }
}
