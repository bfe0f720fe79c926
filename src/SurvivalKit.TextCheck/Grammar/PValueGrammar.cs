namespace SurvivalKit.TextCheck;

/// <summary>Reads P values: <c>P = .005</c>, <c>p-value of &lt;0.001</c>, <c>log-rank P: 0.02</c>, <c>P = 2.1 × 10⁻⁵</c>.</summary>
internal static class PValueGrammar
{
    // The smallest that programs compute have about 320.
    private const int MostDecimals = 400;

    private static readonly string[] Before =
    [
        ",", ";", ":", "(", "[", ")", "]", "with", "at", "a", "an", "and", "the", "corresponding", "two-sided", "one-sided", "two-tailed",
        "one-tailed", "sided", "stratified",
        "unstratified", "log-rank", "logrank", "wald", "unadjusted", "adjusted", "nominal", "by", "test", "cox", "exact", "fisher",
        "associated",
    ];

    /// <summary>Reads a P value after a statistic, with the words that may be between, or nothing.</summary>
    public static PValuePart? Read(TokenReader reader)
    {
        int start = reader.At;
        bool isLogRank = false;
        bool isOneSided = false;
        for (int i = 0; i < 8; i++)
        {
            string key = reader.Next.Key;
            isLogRank |= key is "log-rank" or "logrank";
            isOneSided |= key is "one-sided" or "one-tailed";
            if (reader.Next.IsWhole
                && reader.Next.Number.Value is 1 or 2
                && reader.Ahead(1).Key == "-"
                && reader.Ahead(2).Key is "sided" or "tailed")
            {
                isOneSided |= reader.Next.Number.Value == 1;
                reader.At += 3;
            }
            else if (!reader.TakeAny(Before))
            {
                break;
            }
        }

        PValuePart? p = Value(reader);
        if (p is null)
        {
            reader.At = start;
            return null;
        }

        return p with { IsLogRank = p.IsLogRank || isLogRank, IsOneSided = p.IsOneSided || isOneSided };
    }

    /// <summary>Reads a P value that begins with the letter P, or nothing.</summary>
    public static PValuePart? Value(TokenReader reader)
    {
        int start = reader.At;
        string? question = PValueQuestions.OfLetter(reader.Next.Key);
        if (question is not null && reader.Next.Kind == TokenKind.Word)
        {
            reader.At++;
        }
        else if (!reader.TakeAny("p", "p-value", "p-values", "pvalue", "plogrank", "plog-rank", "p-logrank", "p-log-rank"))
        {
            return null;
        }

        bool isLogRank = reader.Ahead(-1).Key.Contains("rank", StringComparison.Ordinal);
        bool isWord = reader.Ahead(-1).Key.Contains("value", StringComparison.Ordinal) || reader.TakeAny("value", "values");
        if (reader.Take("for"))
        {
            question ??= Question(reader);
        }

        if (reader.Take("("))
        {
            isLogRank |= reader.Next.Key is "log-rank" or "logrank";
            reader.Take("for");
            question ??= Question(reader);
            reader.Take(")");
        }

        char? relation = Relation(reader, isWord);
        Token token = reader.Next;
        if (relation is null || reader.TakeNumber() is not { } number)
        {
            reader.At = start;
            return null;
        }

        number = Power(reader, number);
        if (question is null && reader.Next.Key == "for" && PValueQuestions.Find([reader.Ahead(1), reader.Ahead(2)]) is { } behind)
        {
            question = behind;
            reader.At++;
            reader.SkipWords(2);
        }

        string text = token.Text.Length == 0 ? "" : FormattableString.Invariant($"{relation} {number.Value}");
        return new PValuePart(relation.Value, number, text) { IsLogRank = isLogRank, Question = question };
    }

    /// <summary>Skips the stated hypothesis of a P value, and returns it if it differs from that of the numbers beside it.</summary>
    private static string? Question(TokenReader reader)
    {
        string? question = PValueQuestions.Find([reader.Ahead(0), reader.Ahead(1), reader.Ahead(2)]);
        reader.SkipWords(3);
        return question;
    }

    private static char? Relation(TokenReader reader, bool isWord)
    {
        char? relation = null;
        for (int i = 0; i < 4; i++)
        {
            switch (reader.Next.Key)
            {
                case "=" or "≈":
                    relation ??= '=';
                    break;
                case "<" or "≤":
                    relation = '<';
                    break;
                case ">" or "≥":
                    relation = '>';
                    break;
                case "of" or "was" or "is" or ":" or "," when isWord:
                    relation ??= '=';
                    break;
                case ":":
                    relation ??= '=';
                    break;
                case "less" or "than":
                    relation = '<';
                    break;
                default:
                    // AMA's older style omits the sign, P .04, as do headings and lists, p-value 0.033.
                    bool isBare = reader.Next.Kind == TokenKind.Number
                        && (reader.Next.Text.StartsWith('.') || (isWord && reader.Next.Number.Decimals > 1));
                    return relation ?? (isBare ? '=' : null);
            }

            reader.At++;
        }

        return relation;
    }

    /// <summary>Reads the power of ten after a number: <c>× 10^-5</c>, and <c>× 10-5</c> where the raised digits were lost.</summary>
    public static PrintedNumber Power(TokenReader reader, PrintedNumber number)
    {
        int start = reader.At;
        if (number is { Value: 10, Decimals: 0 } && (reader.Take("^") || reader.Next.Start == reader.Ahead(-1).End) && reader.Take("-")
            && reader.TakeWhole() is { } alone && alone <= MostDecimals)
        {
            // "P = 10-8", where the raised digits were lost.
            decimal one = 1;
            for (int i = 0; i < alone; i++)
            {
                one /= 10;
            }

            return new PrintedNumber(one, alone);
        }

        reader.At = start;
        if (reader.TakeAny("×", "x", "*", "·") && reader.TakeWhole() == 10 && (reader.Take("^")
            || reader.Next.Key == "-") && reader.Take("-")
            && reader.TakeWhole() is { } power && power + number.Decimals <= MostDecimals)
        {
            decimal scale = 1;
            for (int i = 0; i < power; i++)
            {
                scale /= 10;
            }

            return new PrintedNumber(number.Value * scale, number.Decimals + power);
        }

        reader.At = start;
        return number;
    }
}
