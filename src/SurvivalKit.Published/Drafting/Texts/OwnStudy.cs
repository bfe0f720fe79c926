namespace SurvivalKit.Published;

/// <summary>Whether a sentence of a discussion speaks of this study or of others.</summary>
internal static class OwnStudy
{
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

    /// <summary>Whether the sentence says that it is of this study; <see langword="false"/>: of another; <see langword="null"/>: neither, so
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

            bool isNamed = Works.Contains(key) && i > sentence.Start && (Abbreviations.IsShort(tokens[i - 1])
                || tokens[i - 1].Text.Any(char.IsAsciiDigit) || (tokens[i - 1].Key is "a" or "one"));
            bool isOf = key is "study" or "trial" or "analysis" && i > sentence.Start + 1 && tokens[i - 1].Kind == TokenKind.Word
                && char.IsUpper(tokens[i - 1].Text[0]);
            isOther |= Others.Contains(key) || isNamed || isOf || (key is "among" && i + 1 < sentence.End && tokens[i + 1].IsWhole);
        }

        return isOther ? false : null;
    }
}
