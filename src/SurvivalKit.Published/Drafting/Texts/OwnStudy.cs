namespace SurvivalKit.Published;

/// <summary>Whether a sentence of a discussion speaks of this study or of others.</summary>
internal static class OwnStudy
{
    private const int Behind = 8;

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "our", "we" };

    private static readonly HashSet<string> Works = new(StringComparer.Ordinal)
    {
        "study", "trial", "cohort", "patients", "series", "analysis", "findings", "results", "data", "population", "report",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "previous", "previously", "prior", "earlier", "another", "other", "studies", "trials", "al", "literature", "meta-analysis",
        "published",
    };

    /// <summary>Whether the sentence says that it is of this study; <see langword="false"/>: of another; <see langword="null"/>:
    /// neither, so
    /// that the sentence before decides.</summary>
    public static bool? Says(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        bool isOther = false;
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            string key = tokens[i].Key;
            if (Own.Contains(key) || (key is "this" or "present" or "current" && i + 1 < sentence.End && Works.Contains(tokens[i + 1].Key)))
            {
                return true;
            }

            isOther |= Others.Contains(key) || (i > sentence.Start && IsNamed(tokens, i))
                || (key is "among" && i + 1 < sentence.End && tokens[i + 1].IsWhole);
        }

        return isOther ? false : null;
    }

    /// <summary>Whether a number is said to be of another study right behind it: <c>the 23% reported in the BREAD-2 study</c>.</summary>
    public static bool IsOfOther(IReadOnlyList<Token> tokens, TextSentence sentence, int end)
    {
        for (int i = end; i < Math.Min(sentence.End, end + Behind); i++)
        {
            if (tokens[i].Kind == TokenKind.Number || tokens[i].Key is ";" or "," || Own.Contains(tokens[i].Key))
            {
                return false;
            }

            if (Others.Contains(tokens[i].Key) || IsNamed(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The BREAD-2 study", "the Nordic trial", "a study".</summary>
    private static bool IsNamed(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i - 1].Kind == TokenKind.Word
        && Works.Contains(tokens[i].Key)
        && (Abbreviations.IsShort(tokens[i - 1]) || tokens[i - 1].Text.Any(char.IsAsciiDigit)
            || (tokens[i].Key is "study" or "trial" && (tokens[i - 1].Key is "a" or "one"
            || (i > 1 && char.IsUpper(tokens[i - 1].Text[0])))));
}
