namespace SurvivalKit.TextCheck;

/// <summary>Reads test statistics: <c>t(28) = 2.20, p = .036</c>, <c>χ²(1, N = 56) = 4.5</c>, <c>F(2, 53) = 3.3</c>,
/// <c>z = 2.1, P = .036</c>.</summary>
internal static class TestGrammar
{
    /// <summary>Reads a test statistic at this position, or nothing.</summary>
    public static TestStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        if (Name(reader) is not { } kind)
        {
            return null;
        }

        bool hasDf = Df(reader, out PrintedNumber? firstDf, out PrintedNumber? secondDf);
        bool hasSign = reader.TakeAny("=", "≈") || (reader.Ahead(-1).Key.Length > 1 && reader.TakeAny("of", ":", "was", "statistic"));
        PrintedNumber? value = hasSign ? reader.TakeSigned() : null;
        if (value is null)
        {
            reader.At = first;
            return null;
        }

        if (!hasDf)
        {
            int behind = reader.At;
            reader.SkipAny(2, ",", ";", "(", "[");
            if (!DfNamed(reader, out firstDf))
            {
                reader.At = behind;
            }
            else
            {
                hasDf = true;
                reader.TakeAny(")", "]");
            }
        }

        PValuePart? p = PValueGrammar.Read(reader);
        bool isBare = kind is not TextStatisticKind.ChiSquare && !hasDf;

        // A single letter is ambiguous; it is a statistic only with degrees of freedom or a P value.
        if ((isBare && p is null) || (kind == TextStatisticKind.FRatio && secondDf is null))
        {
            reader.At = first;
            return null;
        }

        if (p is not null)
        {
            reader.TakeAny(")", "]");
        }

        return new TestStatistic(kind, value.Value, firstDf, secondDf, p) { First = first, End = reader.At };
    }

    private static TextStatisticKind? Name(TokenReader reader)
    {
        Token token = reader.Next;
        TextStatisticKind? kind = token.Text switch
        {
            "t" or "T" => TextStatisticKind.StudentT,
            "z" or "Z" => TextStatisticKind.Normal,
            "F" => TextStatisticKind.FRatio,
            "χ2" or "X2" or "x2" or "chi2" or "Chi2" or "χ" => TextStatisticKind.ChiSquare,
            _ => null,
        };
        if (kind is not null)
        {
            reader.At++;
            if (token.Text == "χ" && reader.Take("^"))
            {
                reader.TakeWhole();
            }

            return kind;
        }

        int start = reader.At;
        if (reader.TakeAny("chi-square", "chi-squared", "chisquare", "chisq")
            || (reader.Take("chi") && reader.TakeAny("square", "squared")))
        {
            reader.TakeAny("statistic", "test");
            return TextStatisticKind.ChiSquare;
        }

        reader.At = start;
        return null;
    }

    /// <summary>Degrees of freedom in brackets after the name: <c>(28)</c>, <c>(1, N = 56)</c>, <c>(2, 53)</c>, <c>(df = 1)</c>.</summary>
    private static bool Df(TokenReader reader, out PrintedNumber? firstDf, out PrintedNumber? secondDf)
    {
        (firstDf, secondDf) = (null, null);
        int start = reader.At;
        if (!reader.TakeAny("(", "["))
        {
            return false;
        }

        reader.TakeAny("df");
        reader.Take("=");
        Token token = reader.Next;
        firstDf = reader.TakeNumber();
        if (reader.TakeAny(",", ";"))
        {
            if (reader.Take("n"))
            {
                reader.Take("=");
                reader.TakeNumber();
            }
            else
            {
                secondDf = reader.TakeNumber();
            }
        }
        else if (token.Text.IndexOf(',', StringComparison.Ordinal) is var comma and > 0)
        {
            // F(1,234) looks like a number with a thousands separator.
            firstDf = Whole(token.Text[..comma]);
            secondDf = Whole(token.Text[(comma + 1)..]);
        }

        if (firstDf is not null && reader.TakeAny(")", "]"))
        {
            return true;
        }

        (firstDf, secondDf) = (null, null);
        reader.At = start;
        return false;
    }

    private static PrintedNumber? Whole(string digits) => PrintedNumber.TryParse(digits, out PrintedNumber number) ? number : null;

    /// <summary>Degrees of freedom by name: <c>df = 1</c>, <c>1 df</c>, <c>with 1 degree of freedom</c>.</summary>
    private static bool DfNamed(TokenReader reader, out PrintedNumber? df)
    {
        reader.TakeAny("with", "on");
        df = null;
        if (reader.TakeAny("df") || reader.TakeAll("d", ".", "f", "."))
        {
            reader.TakeAny("=", ":");
            df = reader.TakeNumber();
        }
        else if (reader.Next.Kind == TokenKind.Number
            && (reader.Ahead(1).Key is "df" or "degree" or "degrees" || (reader.Ahead(1).Key == "d" && reader.Ahead(3).Key == "f")))
        {
            df = reader.TakeNumber();
            if (!reader.Take("df") && reader.TakeAny("degree", "degrees"))
            {
                reader.TakeAll("of", "freedom");
            }

            reader.TakeAll("d", ".", "f", ".");
        }

        return df is not null;
    }
}
