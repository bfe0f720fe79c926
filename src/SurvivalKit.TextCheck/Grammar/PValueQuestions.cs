namespace SurvivalKit.TextCheck;

/// <summary>The hypotheses of P values that cannot be checked by a ratio, counts or means beside them: <c>P for interaction</c>,
/// <c>P-trend</c>.</summary>
internal static class PValueQuestions
{
    private static readonly (string Word, string Question)[] Known =
    [
        ("interaction", "interaction"), (
            "int", "interaction"), ("heterogeneity", "heterogeneity"), ("het", "heterogeneity"), ("trend", "trend"),
        ("noninferiority", "non-inferiority"), (
            "non-inferiority", "non-inferiority"), ("ni", "non-inferiority"), ("equivalence", "equivalence"),
        ("nonlinearity", "nonlinearity"), ("non-linearity", "nonlinearity"),
    ];

    /// <summary>The question that one of the words names; <see langword="null"/>: none does.</summary>
    public static string? Find(ReadOnlySpan<Token> words)
    {
        foreach (Token token in words)
        {
            // "P int" is one of interaction only where it hangs on the letter, as in "P-int".
            if (token.Key.Length > 3 && Find(token.Key) is { } question)
            {
                return question;
            }
        }

        return null;
    }

    /// <summary>Reads a word that is the letter P with its question in one: <c>p-interaction</c>, <c>ptrend</c>;
    /// <see langword="null"/>: it is none.</summary>
    public static string? OfLetter(string key) => key is ['p', .. var rest] && rest.Length > 0 ? Find(rest.TrimStart('-')) : null;

    private static string? Find(string word) => Known.FirstOrDefault(known => known.Word == word).Question;
}
