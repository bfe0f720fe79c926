namespace SurvivalKit.TextCheck;

/// <summary>The number that a count is a part of: <c>of 56</c>, <c>out of the 56</c>, <c>/56</c>, <c>patients of 56</c>, <c>among
/// 56</c>.</summary>
internal static class CountWholes
{
    private const int MostWords = 3;
    private const int LongestDescription = 5;

    /// <summary>Reads what joins a count to its whole, and the whole; where only the first is there, nothing can be read.</summary>
    /// <param name="reader">Where to read, behind the count.</param>
    /// <param name="count">The count.</param>
    /// <param name="isCut">Whether the whole was announced and is not there.</param>
    /// <param name="isLoose">Whether the words may join other things.</param>
    public static int? Read(TokenReader reader, int count, out bool isCut, out bool isLoose)
    {
        (isCut, isLoose) = (false, false);
        if (reader.TakeAny("/", "of") || reader.TakeAll("out", "of"))
        {
            SkipArticles(reader);
            int? of = reader.TakeWhole();
            isCut = of is null;
            return of;
        }

        int start = reader.At;
        for (int words = 0; words <= MostWords && reader.Next.Kind == TokenKind.Word; words++)
        {
            string key = reader.Next.Key;
            bool joins = key is "of" or "among" or "from" or "in" || (key == "out" && reader.Ahead(1).Key == "of");
            if (joins)
            {
                reader.At += key == "out" ? 2 : 1;
                SkipArticles(reader);
                bool isNamed = words == 0 || CountNouns.IsKnown(reader.Tokens[start + words - 1].Key);
                bool isYear = reader.Next is { IsWhole: true, Number.Value: >= 1900 and <= 2100, Text.Length: 4 };
                if (isNamed && !isYear && reader.TakeWhole() is { } whole && whole >= count)
                {
                    isLoose = key is "in" or "from" or "among";
                    return whole;
                }

                break;
            }

            reader.At++;
        }

        reader.At = start;
        return null;
    }

    /// <summary>Reads the number behind a percentage: "8 (57.1%) of 14 patients", "8 (57.1%)/14".</summary>
    public static int? Behind(TokenReader reader, int count)
    {
        int start = reader.At;
        bool isJoined = reader.Next.Key == "/" && reader.Next.Start == reader.Ahead(-1).End && reader.Take("/");
        bool isOf = isJoined || reader.Take("of") || reader.TakeAll("out", "of");
        if (isOf || reader.TakeAny("from", "among"))
        {
            SkipArticles(reader);
            reader.SkipAny(5, "total", "cohort", "entire", "whole", "of", "eligible", "remaining", "the");
            if (reader.TakeWhole() is { } of && (isJoined ? of >= count : isOf || (of >= count && CountNouns.IsNext(reader))))
            {
                return of;
            }
        }

        reader.At = start;
        return null;
    }

    /// <summary>Reads the number that begins the sentence of a count: "Of the 56 patients screened, 24 (42.9%)".</summary>
    public static int? Before(IReadOnlyList<Token> tokens, int first, int count)
    {
        int at = first - 1;
        if (at < 3 || tokens[at].Key != ",")
        {
            return null;
        }

        at--;
        int words = 0;
        while (at > 0 && tokens[at].Kind == TokenKind.Word && words <= LongestDescription)
        {
            (at, words) = (at - 1, words + 1);
        }

        if (words == 0 || !tokens[at].IsWhole || !CountNouns.IsKnown(tokens[at + 1].Key) || tokens[at].Number.Value < count)
        {
            return null;
        }

        int of = at - 1;
        while (of > 0 && tokens[of].Key is "the" or "these" or "all" or "our" or "those")
        {
            of--;
        }

        return of >= 0 && tokens[of].Text == "Of" ? (int)tokens[at].Number.Value : null;
    }

    /// <summary>Reads the words behind a percentage within its brackets: "24 (42.9% of 56)", "24 (42.9% of the cohort)".</summary>
    /// <returns>Whether the brackets go on to their end so; the whole where it is a number.</returns>
    public static (bool IsRead, int? Whole) Within(TokenReader reader)
    {
        int start = reader.At;
        if (reader.Take("of"))
        {
            SkipArticles(reader);
            int? whole = reader.TakeWhole();
            reader.SkipWords(2 * MostWords);
            if (reader.Next.Key is ")" or "]" or ";" or ",")
            {
                return (true, whole);
            }
        }

        reader.At = start;
        return (false, null);
    }

    private static void SkipArticles(TokenReader reader) => reader.SkipAny(3, "the", "all", "these", "our", "a", "total", "of", "those");
}
