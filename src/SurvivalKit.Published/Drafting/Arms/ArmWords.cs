namespace SurvivalKit.Published;

/// <summary>The words by which the arms of a study are told apart.</summary>
internal static class ArmWords
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "group", "groups", "arm", "arms", "the", "of", "and", "plus", "with", "n", "no", "patients", "patient", "treatment", "therapy",
        "cohort", "in", "a", "to", "receive", "received", "receiving", "either", "or", "for", "by",
    };

    private static readonly string[] Controls =
    [
        "placebo", "control", "controls", "alone", "standard", "usual", "observation", "sham", "conventional", "only", "vehicle", "none",
        "supportive", "comparator",
    ];

    /// <summary>The words of a name, without those that name no arm; all of them where nothing else is left.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        string[] words = [.. name.ToLowerInvariant().Split([' ', '+', '/', ',', '(', ')', '[', ']', '\u00A0', ';', ':', '"', '\''],
            StringSplitOptions.RemoveEmptyEntries)];
        string[] telling = [.. words.Where(word => !Empty.Contains(word)).Select(PrintedStem.Of).Distinct()];
        return telling.Length > 0 ? telling : words;
    }

    /// <summary>Whether a word is one that names no arm.</summary>
    public static bool IsEmpty(string word) => Empty.Contains(word);

    /// <summary>How alike two names are, from 0 to 1: the words of both among the words of either.</summary>
    public static double Likeness(string one, string other)
    {
        IReadOnlyList<string> left = Of(one);
        IReadOnlyList<string> right = Of(other);
        return (double)left.Intersect(right).Count() / left.Union(right).Count();
    }

    /// <summary>The arm with which hazard ratios compare: the one whose name says so, else the last; and whether it was said.</summary>
    public static (int Arm, bool IsSaid) Reference(IReadOnlyList<string> names)
    {
        int[] said = [.. Enumerable.Range(0, names.Count).Where(i => Of(names[i]).Intersect(Controls.Select(PrintedStem.Of)).Any())];
        return said is [var only] ? (only, true) : (names.Count - 1, false);
    }
}
