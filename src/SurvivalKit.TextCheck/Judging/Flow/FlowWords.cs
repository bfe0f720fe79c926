namespace SurvivalKit.TextCheck;

/// <summary>Words of the flow of participants.</summary>
internal static class FlowWords
{
    /// <summary>Designs and words under which parts overlap, or not all of them are named.</summary>
    public static readonly HashSet<string> Overlap = new(StringComparer.Ordinal)
    {
        "crossover", "cross-over", "crossed", "factorial", "more", "multiple", "several", "some", "both", "either", "re-randomised",
        "re-randomized", "rerandomised", "rerandomized", "twice", "again", "overlap", "overlapping", "open-label-extension", "extension",
        "least", "approximately", "about", "respectively", "third", "run-in", "eyes", "lesions", "clusters", "cluster", "ratio-based",
        "stepped-wedge", "split-mouth", "pairs", "matched", "subsequently", "later", "initially", "first", "stage", "planned", "would",
        "target", "required", "power", "needed", "stratified", "including", "excluding", "whom", "which", "received", "completed",
    };

    /// <summary>Whether a word says that participants were randomised.</summary>
    public static bool IsRandom(string key) => key is "randomised" or "randomized" or "randomly";

    /// <summary>Whether a paragraph says anything of the flow of participants.</summary>
    public static bool IsSaid(IReadOnlyList<Token> tokens)
    {
        foreach (Token token in tokens)
        {
            if (token.Kind == TokenKind.Word && (IsRandom(token.Key) || token.Key is "assigned" or "allocated" or "screened" or "excluded"
                or "remaining" or "eligibility" or "analysed" or "analyzed" or "lost"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stage that the words around a number name: those behind it up to the next number or stop, or a noun before
    /// it.</summary>
    public static FlowStage StageOf(IReadOnlyList<Token> tokens, int at, int end)
    {
        bool isNot = false;
        for (int i = at + 1; i < Math.Min(end, at + 14); i++)
        {
            string key = tokens[i].Key;
            if (tokens[i].Kind == TokenKind.Number || key is ";" or ".")
            {
                break;
            }

            isNot |= key is "not" or "never";
            FlowStage stage = key switch
            {
                "screened" or "approached" => FlowStage.Screened,
                "assessed" or "evaluated" when i + 2 < end && tokens[i + 1].Key == "for" => FlowStage.Screened,
                "excluded" or "ineligible" or "declined" or "refused" => FlowStage.Excluded,
                "eligible" or "meet" or "enrolled" when isNot => FlowStage.Excluded,
                "randomised" or "randomized" when !isNot => FlowStage.Randomised,
                "randomised" or "randomized" => FlowStage.Excluded,
                "randomly" => FlowStage.Randomised,
                "lost" => FlowStage.Lost,
                "withdrew" or "withdrawn" or "discontinued" or "dropped" => FlowStage.Withdrawn,
                "analysed" or "analyzed" => isNot ? FlowStage.NotAnalysed : FlowStage.Analysed,
                _ => FlowStage.None,
            };
            if (stage != FlowStage.None)
            {
                return stage;
            }
        }

        return FlowStage.None;
    }
}
