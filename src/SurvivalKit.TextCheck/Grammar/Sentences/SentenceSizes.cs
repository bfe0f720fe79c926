namespace SurvivalKit.TextCheck;

/// <summary>
/// Finds the number of people that a sentence names for the counts behind it: <c>Of the 120 women enrolled, 60 (50%) ...</c>, <c>In
/// total, 120 were randomised; 60 (50%) ...</c>, <c>We enrolled 120 patients, of whom 60 (50%) ...</c>.
/// </summary>
internal static class SentenceSizes
{
    private const int LongestOpening = 40;
    private const int LongestNoun = 5;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
    {
        "the", "all", "these", "those", "our", "a", "total", "of", "entire", "initial", "remaining", "overall", "cohort", "group", "sample",
        "series", "population", "subset", "subgroup", "subsample",
    };

    private static readonly HashSet<string> Doubts = new(StringComparer.Ordinal)
    {
        "about", "approximately", "nearly", "almost", "over", "than", "least", "roughly", "some", "around", "up", "first", "last", "every",
        "each", "per", "subset", "subgroup", "subsample",
    };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "randomised", "randomized", "enrolled", "included", "recruited", "analysed", "analyzed", "treated", "evaluated", "studied",
        "registered", "assessed", "screened", "identified", "admitted", "followed", "randomly", "assigned", "interviewed", "examined",
        "reviewed", "tested", "eligible", "evaluable", "allocated", "selected", "observed", "transplanted", "operated", "vaccinated",
    };

    private static readonly HashSet<string> Active = new(StringComparer.Ordinal)
    {
        "included", "enrolled", "comprised", "recruited", "randomised", "randomized", "analysed", "analyzed", "studied", "registered",
        "screened", "identified", "treated", "evaluated", "interviewed", "examined", "reviewed", "were",
    };

    /// <summary>The number of a sentence; <see langword="null"/>: it names none, or several.</summary>
    public static SentenceSize? Read(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            SentenceSize? found = Opening(tokens, sentence, i) ?? Group(tokens, sentence, i) ?? Statement(tokens, sentence, i);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"Of 120 patients ..., 60": the number between the preposition and the comma.</summary>
    private static SentenceSize? Opening(IReadOnlyList<Token> tokens, TextSentence sentence, int i)
    {
        bool isStart = i == sentence.Start || tokens[i - 1].Key is ";" or ":" || (tokens[i - 1].Key == "," && i - sentence.Start < 8)
            || (i == sentence.Start + 1 && tokens[i - 1].Kind == TokenKind.Word);
        bool isPreposition = tokens[i].Key is "of" or "among" or "amongst"
            || (i == sentence.Start && tokens[i].Key is "from" or "in" or "within" or "out");
        if (!isStart || !isPreposition)
        {
            return null;
        }

        int at = i + 1;
        while (at < sentence.End && Articles.Contains(tokens[at].Key))
        {
            at++;
        }

        var reader = new TokenReader(tokens) { At = at };
        if (Number(reader) is not { } n || n < 2 || (tokens[at].IsWhole && !TextSentences.CanCount(tokens, at)))
        {
            return null;
        }

        int behind = reader.At;
        if (behind >= sentence.End || (tokens[behind].Kind != TokenKind.Word && tokens[behind].Key is not ("," or "(")))
        {
            return null;
        }

        string noun = Noun(tokens, sentence, behind);
        bool isOther = tokens[behind].Key is "of" or "to" or "or" or "and" or "out"
            || (noun.Length == 0 && !(tokens[i].Key is "of" or "among" or "amongst"));
        int from = From(tokens, sentence, behind);
        return isOther || from < 0 ? null : new SentenceSize(n, at, from, noun, !IsDoubtful(tokens, i, at));
    }

    /// <summary>"In the control group (n = 120), 60": the only number in brackets of the sentence.</summary>
    private static SentenceSize? Group(IReadOnlyList<Token> tokens, TextSentence sentence, int i)
    {
        bool isSize = i > sentence.Start && i + 6 < sentence.End && tokens[i].Key == "(" && tokens[i + 1].Key == "n"
            && tokens[i + 2].Key == "="
            && TextSentences.CanCount(tokens, i + 3) && tokens[i + 4].Key == ")" && tokens[i + 5].Key == ","
            && tokens[sentence.Start].Key is "in" or "among" or "of" or "for" && i - sentence.Start <= 12;
        for (int j = i + 6; isSize && j + 2 < sentence.End; j++)
        {
            isSize = !(tokens[j].Key == "n" && tokens[j + 1].Key == "=");
        }

        return isSize ? new SentenceSize((int)tokens[i + 3].Number.Value, i + 3, i + 6, "", true) : null;
    }

    /// <summary>"120 patients were randomised; 60", "we enrolled 120 patients, of whom 60", "there were 120 men, 60".</summary>
    private static SentenceSize? Statement(IReadOnlyList<Token> tokens, TextSentence sentence, int i)
    {
        if (!TextSentences.CanCount(tokens, i) || tokens[i].Number.Value < 2)
        {
            return null;
        }

        string noun = Noun(tokens, sentence, i + 1);
        bool isPassive = false;
        for (int v = i + 1; v < Math.Min(sentence.End, i + 9) && tokens[v].Kind == TokenKind.Word; v++)
        {
            isPassive |= Verbs.Contains(tokens[v].Key) && (tokens[v - 1].Key is "were" or "was" or "been" || tokens[v - 2].Key is "were");
        }

        bool isActive = noun.Length > 0 && i > sentence.Start && Active.Contains(tokens[i - 1].Key);
        if (!isPassive && !isActive)
        {
            return null;
        }

        for (int s = i + 1; s + 1 < sentence.End; s++)
        {
            if (tokens[s].Kind == TokenKind.Number)
            {
                // Another number before the counts: which of the two they are of is not certain.
                return null;
            }

            bool isWhom = tokens[s].Key == "of" && tokens[s + 1].Key is "whom" or "which" or "these" or "them";
            bool parts = tokens[s].Key is ";" or ":" or "(" || isWhom || (tokens[s].Key is "," or "and" or "including" or "with");
            int next = isWhom ? s + 2 : s + 1;
            next += next < sentence.End && tokens[next].Key is "and" or "including" or "with" ? 1 : 0;
            if (parts && next < sentence.End && TextSentences.CanCount(tokens, next))
            {
                return new SentenceSize((int)tokens[i].Number.Value, i, next, noun, !IsDoubtful(tokens, sentence.Start, i));
            }
        }

        return null;
    }

    private static int? Number(TokenReader reader) =>
        reader.Next.IsWhole ? reader.TakeWhole() : reader.Next.Kind == TokenKind.Word ? NumberWords.Take(reader) : null;

    private static bool IsDoubtful(IReadOnlyList<Token> tokens, int first, int at) =>
        TextSentences.Has(tokens, Math.Max(first, at - 3), at, Doubts);

    /// <summary>The word among those behind the number that names people or things.</summary>
    private static string Noun(IReadOnlyList<Token> tokens, TextSentence sentence, int at)
    {
        for (int i = at; i < Math.Min(sentence.End, at + LongestNoun) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (PersonNouns.IsPerson(tokens[i].Key) || PersonNouns.IsThing(tokens[i].Key))
            {
                return tokens[i].Key;
            }
        }

        return "";
    }

    /// <summary>The token behind the comma that ends the opening, or the number right behind its words.</summary>
    private static int From(IReadOnlyList<Token> tokens, TextSentence sentence, int at)
    {
        int depth = 0;
        for (int i = at; i < Math.Min(sentence.End, at + LongestOpening); i++)
        {
            depth += tokens[i].Key is "(" or "[" ? 1 : tokens[i].Key is ")" or "]" ? -1 : 0;
            if (depth == 0 && tokens[i].Key is "," or ":" or ";")
            {
                return i + 1;
            }

            if (depth == 0 && tokens[i].Kind == TokenKind.Number && (tokens[i].Number.Decimals > 0 || TextSentences.CanCount(tokens, i)))
            {
                return i;
            }
        }

        return -1;
    }
}
