namespace SurvivalKit.TextCheck;

/// <summary>Reads intervals: <c>95% CI, 1.29-4.41</c>, <c>[0.54 to 0.96]</c>, <c>CI95% 0.54/0.96</c>, <c>range 1.2-31.7</c>.</summary>
internal static class IntervalGrammar
{
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

        if (!bracket && reader.Next.Key == "." && reader.At - start == 0 && reader.Ahead(2).Key is "%")
        {
            // A full stop for a comma: "OR 2.9. 95% CI 1.1-7.7".
            reader.At++;
        }

        (IntervalMeaning meaning, double? level) = IntervalNames.Read(reader);
        if (meaning == IntervalMeaning.Confidence && reader.Next.Key is "," or "(" or "[" or ":")
        {
            // "95% confidence interval, 95% CI: 0.55-0.79" names it twice.
            int once = reader.At;
            reader.At++;
            if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, var again))
            {
                level ??= again;
            }
            else
            {
                reader.At = once;
            }
        }

        if (meaning == IntervalMeaning.Unnamed && LevelAlone(reader, estimate) is { } only)
        {
            return only;
        }

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
            || (comma && interval.Lower.Value <= estimate && estimate <= interval.Upper.Value && !IsList(reader)));
        if (!isIt)
        {
            reader.At = start;
            return null;
        }

        return interval;
    }

    /// <summary>"95% (0.91-1.48)" around the estimate: the level stands for the name.</summary>
    private static IntervalPart? LevelAlone(TokenReader reader, decimal estimate)
    {
        int start = reader.At;
        if (IntervalNames.Level(reader) is { } level && level >= 0.9 && reader.TakeAny("(", "[", ":")
            && Numbers(reader, IntervalMeaning.Confidence, level) is { } interval
            && interval.Lower.Value <= estimate && estimate <= interval.Upper.Value && interval.Lower.Decimals > 0)
        {
            reader.TakeAny(")", "]");
            return interval;
        }

        reader.At = start;
        return null;
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

        PrintedNumber? upper = WithComma(reader, lower.Value) ?? reader.TakeSigned();
        if (upper is null)
        {
            reader.At = start;
            return null;
        }

        reader.SkipAny(1, Units);
        return new IntervalPart(lower.Value, upper.Value, level, meaning);
    }

    /// <summary>The upper end of "0.59, 1,51": a comma for the point once.</summary>
    private static PrintedNumber? WithComma(TokenReader reader, PrintedNumber lower)
    {
        (Token whole, Token comma, Token rest) = (reader.Ahead(0), reader.Ahead(1), reader.Ahead(2));
        bool isOne = whole.IsWhole && comma.Key == "," && rest.IsWhole && whole.End == comma.Start && comma.End == rest.Start
            && lower.Decimals > 0 && rest.Text.Length == lower.Decimals;
        if (!isOne || !PrintedNumber.TryParse($"{whole.Text}.{rest.Text}", out PrintedNumber number))
        {
            return null;
        }

        reader.At += 3;
        return number;
    }

    /// <summary>More numbers follow: "1.4, 0.4, 1.5, and 2.1" is a list.</summary>
    private static bool IsList(TokenReader reader)
    {
        int behind = reader.Next.Key is "," ? 1 : 0;
        behind += reader.Ahead(behind).Key is "and" or "or" ? 1 : 0;
        return behind > 0 && reader.Ahead(behind).Kind == TokenKind.Number && reader.Ahead(behind + 1).Key is not "%";
    }

    private static bool Closes(TokenReader reader) => reader.Next.Key is ")" or "]" or "}" or ";" or "," || reader.IsAtEnd;
}
