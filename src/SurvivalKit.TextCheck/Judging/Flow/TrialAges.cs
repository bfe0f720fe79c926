namespace SurvivalKit.TextCheck;

/// <summary>Reads the ages that could take part in a trial and those of its participants.</summary>
internal static class TrialAges
{
    private const decimal Oldest = 120;

    private static readonly HashSet<string> Criteria = new(StringComparer.Ordinal)
    {
        "eligible", "eligibility", "inclusion", "criteria", "criterion", "included", "include",
    };

    /// <summary>The facts with the ages of a sentence; the first of each kind in the text is taken.</summary>
    public static TrialFacts Read(TrialFacts facts, IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        bool isCriterion = TextSentences.Has(tokens, sentence.Start, sentence.End, Criteria)
            && !TextSentences.Has(tokens, sentence.Start, sentence.End, ["excluded", "exclusion", "mean", "median", "average"]);
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (tokens[i].Key is not ("age" or "aged" or "ages"))
            {
                continue;
            }

            if (isCriterion && facts.EligibleAge is null && Limits(tokens, i, sentence.End) is { } limits)
            {
                facts = facts with { EligibleAge = limits };
            }

            if (!isCriterion && facts.ObservedAge is null && Observed(tokens, i, sentence.End) is { } observed)
            {
                facts = facts with { ObservedAge = observed };
            }
        }

        return facts;
    }

    /// <summary>"aged 18 to 65 years", "aged 18 years or older", "age ≥ 18".</summary>
    private static (decimal, decimal)? Limits(IReadOnlyList<Token> tokens, int at, int end)
    {
        int i = at + 1;
        bool isLeast = false;
        for (; i < Math.Min(end, at + 5) && tokens[i].Kind != TokenKind.Number; i++)
        {
            isLeast |= tokens[i].Key is "≥" or "least";
            if (tokens[i].Key is ">" or "<" or "≤" or "over" or "above" or "under" or "below")
            {
                return null;
            }
        }

        if (i >= end || tokens[i].Kind != TokenKind.Number || tokens[i].Number.Value > Oldest)
        {
            return null;
        }

        decimal low = tokens[i].Number.Value;
        int next = i + 1 < end && tokens[i + 1].Key is "years" or "yrs" or "y" ? i + 2 : i + 1;
        if (next + 1 < end && tokens[next].Key is "-" or "to" or "and" or "through" && tokens[next + 1].Kind == TokenKind.Number
            && tokens[next + 1].Number.Value is var high && high > low && high <= Oldest)
        {
            return (low, high);
        }

        bool isOpen = isLeast
            || (next + 1 < end && tokens[next].Key == "or" && tokens[next + 1].Key is "older" or "over" or "above" or "more");
        return isOpen && low >= 1 ? (low, Oldest) : null;
    }

    /// <summary>"median age 54 years (range, 19-83)".</summary>
    private static (decimal, decimal)? Observed(IReadOnlyList<Token> tokens, int at, int end)
    {
        for (int i = at + 1; i < Math.Min(end, at + 16); i++)
        {
            if (!(tokens[i].Key is "range" or "ranged" or "ranging") || tokens[i - 1].Key is "interquartile" or "quartile")
            {
                continue;
            }

            int first = i + 1;
            while (first < Math.Min(end, i + 4) && tokens[first].Kind != TokenKind.Number)
            {
                first++;
            }

            int second = first + 1 < end && tokens[first + 1].Key is "years" ? first + 3 : first + 2;
            return second < end && tokens[first].Kind == TokenKind.Number && tokens[second - 1].Key is "-" or "to" or "and"
                && tokens[second].Kind == TokenKind.Number && tokens[first].Number.Value < tokens[second].Number.Value
                && tokens[second].Number.Value <= Oldest
                ? (tokens[first].Number.Value, tokens[second].Number.Value)
                : null;
        }

        return null;
    }
}
