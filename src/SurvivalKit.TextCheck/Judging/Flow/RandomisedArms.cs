namespace SurvivalKit.TextCheck;

/// <summary>
/// Reads a sentence that parts all who were randomised among the groups: <c>120 patients were randomised, 60 to bread and 60 to
/// butter</c>. Every number of people in it has to be the whole or one of the parts; otherwise it is not read.
/// </summary>
internal static class RandomisedArms
{
    private const int LongestPart = 12;

    /// <summary>The whole and the parts with the tokens of the first and the last; <see langword="null"/>: the sentence is not of this
    /// form.</summary>
    public static (int Whole, IReadOnlyList<int> Parts, int First, int End)? Read(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        int random = -1;
        for (int i = sentence.Start; i < sentence.End && random < 0; i++)
        {
            random = FlowWords.IsRandom(tokens[i].Key) || (tokens[i].Key is "assigned" or "allocated") ? i : -1;
        }

        if (random < 0 || TextSentences.Has(tokens, sentence.Start, sentence.End, FlowWords.Overlap))
        {
            return null;
        }

        int? whole = null;
        int first = -1;
        int last = -1;
        List<int> parts = [];
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (!tokens[i].IsWhole || !TextSentences.CanCount(tokens, i))
            {
                continue;
            }

            bool isSize = i > 1 && tokens[i - 1].Key == "=" && tokens[i - 2].Key == "n";
            bool isBeforeSizes = !isSize && whole is null && NextIsSize(tokens, i, sentence.End) && IsWhole(tokens, i, sentence);
            if (isSize ? i > random && whole is not null : !isBeforeSizes && IsPart(tokens, i, sentence.End))
            {
                parts.Add((int)tokens[i].Number.Value);
                last = i;
            }
            else if (parts.Count == 0 && whole is null && IsWhole(tokens, i, sentence))
            {
                whole = (int)tokens[i].Number.Value;
                first = i;
            }
            else if (!IsOfName(tokens, i))
            {
                return null;
            }
        }

        return whole is { } n && parts.Count > 1 && parts.TrueForAll(part => part <= n) ? (n, parts, first, last + 1) : null;
    }

    /// <summary>Whether the next number is that of a group in brackets, <c>bread (n = 60)</c>.</summary>
    private static bool NextIsSize(IReadOnlyList<Token> tokens, int at, int end)
    {
        int next = at + 1;
        while (next < end && tokens[next].Kind != TokenKind.Number)
        {
            next++;
        }

        return next < end && tokens[next - 1].Key == "=" && tokens[next - 2].Key == "n";
    }

    /// <summary>"60 to bread", "60 patients (50%) were assigned to receive bread", "60 in the bread group".</summary>
    private static bool IsPart(IReadOnlyList<Token> tokens, int at, int end)
    {
        for (int i = at + 1; i < Math.Min(end, at + LongestPart); i++)
        {
            string key = tokens[i].Key;
            if (key == "to")
            {
                return i + 1 < end && tokens[i + 1].Kind == TokenKind.Word;
            }

            if (key == "in")
            {
                return i + 1 < end && tokens[i + 1].Key is "the" or "each" && IsGroupBehind(tokens, i, end);
            }

            bool passes = key is "(" or ")" or "[" or "]" or "%" or "patients" or "participants" or "subjects" or "women" or "men" or "were"
                or "was" or "assigned" or "allocated" or "randomised" or "randomized" or "children" or "adults" or "people" or "individuals"
                or "randomly" || (tokens[i].Kind == TokenKind.Number && i + 1 < end && tokens[i + 1].Key == "%");
            if (!passes)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsGroupBehind(IReadOnlyList<Token> tokens, int at, int end)
    {
        for (int i = at + 1; i < Math.Min(end, at + 8) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (tokens[i].Key is "group" or "arm")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number that "were randomised" or "were randomly assigned" is said of.</summary>
    private static bool IsWhole(IReadOnlyList<Token> tokens, int at, TextSentence sentence)
    {
        bool isVerb = false;
        int from = at + 1 < sentence.End && tokens[at + 1].Key == ")" ? at + 2 : at + 1;
        for (int i = from; i < Math.Min(sentence.End, at + 10) && tokens[i].Kind == TokenKind.Word; i++)
        {
            isVerb |= FlowWords.IsRandom(tokens[i].Key) || (tokens[i].Key is "assigned" or "allocated");
        }

        // "We randomised 120 patients".
        return isVerb || (at > sentence.Start && tokens[at - 1].Key is "randomised" or "randomized" && at + 1 < sentence.End
            && PersonNouns.IsPerson(tokens[at + 1].Key));
    }

    /// <summary>The 2 of "group 2" and of "day 2", and numbers in the name of a treatment.</summary>
    private static bool IsOfName(IReadOnlyList<Token> tokens, int at) => at > 0 && tokens[at - 1].Key is "group" or "arm" or "day" or "week"
        or "month" or "age" or "visit" or "phase" or "type" or "grade" or "stage" or "table" or "figure" or "cohort";
}
