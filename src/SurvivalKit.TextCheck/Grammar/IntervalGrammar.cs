namespace SurvivalKit.TextCheck;

/// <summary>Reads intervals: <c>95% CI, 1.29-4.41</c>, <c>[0.54 to 0.96]</c>, <c>CI95% 0.54/0.96</c>, <c>range 1.2-31.7</c>.</summary>
internal static class IntervalGrammar
{
    private static readonly string[] Names = ["ci", "cis", "cri", "ic", "ki", "confidence", "credible", "konfidenzintervall"];
    private static readonly string[] Before = [",", ";", ":", "(", "[", "{", "with", "a", "an", "the", "its", "=", "corresponding", "and"];
    private static readonly string[] Between = ["-", "to", ",", ";", "/", "and", "through", "until", "…"];
    private static readonly string[] Units = ["months", "month", "years", "year", "days", "weeks", "mo", "yr", "%", "percent"];

    /// <summary>Reads an interval after an estimate, or nothing.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="estimate">The estimate; decides whether two unnamed numbers can be its interval.</param>
    /// <param name="mayBeUnnamed">Whether two numbers in brackets are read although they are not named.</param>
    public static IntervalPart? Read(TokenReader reader, decimal estimate, bool mayBeUnnamed)
    {
        int start = reader.At;
        bool bracket = false;
        bool comma = false;
        for (int i = 0; i < 5 && reader.TakeAny(Before); i++)
        {
            string key = reader.Ahead(-1).Key;
            bracket |= key is "(" or "[" or "{";
            comma |= key is "," or ";" or ":";
        }

        (IntervalMeaning meaning, double? level) = Name(reader);
        if (meaning == IntervalMeaning.Unnamed && !mayBeUnnamed)
        {
            reader.At = start;
            return null;
        }

        if (meaning != IntervalMeaning.Unnamed)
        {
            reader.SkipAny(
                5, ",", ":", ";", "=", "of", "was", "is", "from", "between", "(", "[", ")", "]", "limits", "ranging", "ci", "range");
        }

        IntervalPart? interval = Numbers(reader, meaning, level);
        bool isIt = interval is not null && (meaning != IntervalMeaning.Unnamed
            || (bracket && Closes(reader))
            || (comma && interval.Lower.Value <= estimate && estimate <= interval.Upper.Value));
        if (!isIt)
        {
            reader.At = start;
            return null;
        }

        return interval;
    }

    /// <summary>Reads the name of an interval with its level: <c>95% CI</c>, <c>CI 95%</c>, <c>95% confidence interval
    /// [CI]</c>, <c>IQR</c>.</summary>
    public static (IntervalMeaning Meaning, double? Level) Name(TokenReader reader)
    {
        int start = reader.At;
        double? level = Level(reader);
        reader.Take("-");
        if (Confidence(reader, ref level))
        {
            return (IntervalMeaning.Confidence, level);
        }

        reader.At = start;
        if (reader.TakeAny("iqr", "interquartile", "q1-q3", "quartiles"))
        {
            reader.SkipAny(2, "range", "interval");
            reader.SkipAny(3, "(", "[", "iqr", ")", "]");
            return (IntervalMeaning.Quartiles, null);
        }

        return reader.TakeAny("range", "ranging", "min-max", "minimum-maximum")
            ? (IntervalMeaning.Range, null)
            : (IntervalMeaning.Unnamed, null);
    }

    /// <summary>Reads two numbers with what separates them.</summary>
    public static IntervalPart? Numbers(TokenReader reader, IntervalMeaning meaning, double? level)
    {
        int start = reader.At;
        PrintedNumber? lower = reader.TakeSigned();
        reader.SkipAny(1, Units);
        if (lower is null || !reader.TakeAny(Between))
        {
            reader.At = start;
            return null;
        }

        PrintedNumber? upper = reader.TakeSigned();
        if (upper is null)
        {
            reader.At = start;
            return null;
        }

        reader.SkipAny(1, Units);
        return new IntervalPart(lower.Value, upper.Value, level, meaning);
    }

    private static bool Closes(TokenReader reader) => reader.Next.Key is ")" or "]" or "}" or ";" or "," || reader.IsAtEnd;

    private static double? Level(TokenReader reader)
    {
        if (reader.Next.IsWhole || reader.Next.Kind == TokenKind.Number)
        {
            decimal value = reader.Next.Number.Value;
            if (value is >= 50 and < 100 && reader.Ahead(1).Key is "%" or "percent" or "per")
            {
                reader.At++;
                reader.TakePercent();
                return (double)value / 100;
            }
        }

        return null;
    }

    private static bool Confidence(TokenReader reader, ref double? level)
    {
        // CI95% and CI95 are single words of the tokenizer.
        if (reader.Next.Key is "ci95" or "ic95" or "ci90" or "ci99")
        {
            level = int.Parse(reader.Next.Key.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture) / 100.0;
            reader.At++;
            reader.Take("%");
            return true;
        }

        if (reader.TakeAll("c", ".", "i", "."))
        {
            return true;
        }

        if (!reader.TakeAny(Names))
        {
            return false;
        }

        string name = reader.Ahead(-1).Key;
        if (name is "confidence" or "credible" && !reader.TakeAny("interval", "intervals", "limits", "limit", "int"))
        {
            return false;
        }

        if (reader.Next.Key is "(" or "[" && reader.Ahead(1).Key is "ci" or "cis" or "cri" && reader.Ahead(2).Key is ")" or "]")
        {
            reader.At += 3;
        }

        level ??= reader.Next.Key is "(" or "," or ":" ? null : Level(reader);
        return true;
    }
}
