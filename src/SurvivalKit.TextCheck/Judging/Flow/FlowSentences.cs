namespace SurvivalKit.TextCheck;

/// <summary>Reads sentences of the flow of participants in which all parts are named: who was screened, excluded and randomised; what
/// remains of a number without others; reasons that end with the others.</summary>
internal static class FlowSentences
{
    /// <summary>What a sentence says; <see langword="null"/>: it names no whole with all its parts.</summary>
    public static JudgedStatistic? Read(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        if (RandomisedArms.Read(tokens, sentence) is { } arms)
        {
            return Made(FlowArithmetic.Parts(arms.Whole, "randomised", arms.Parts), arms.First, arms.End);
        }

        return Reasons(tokens, sentence) ?? Remaining(tokens, sentence) ?? Screening(tokens, sentence);
    }

    private static JudgedStatistic Made(Judgement judgement, int first, int end) =>
        new(TextStatisticKind.ParticipantFlow, judgement) { First = first, End = end };

    /// <summary>"400 were screened, 150 were excluded and 250 were randomised".</summary>
    private static JudgedStatistic? Screening(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        if (TextSentences.Has(tokens, sentence.Start, sentence.End, FlowWords.Overlap))
        {
            return null;
        }

        int? screened = null;
        int? randomised = null;
        List<int> excluded = [];
        int first = -1;
        int last = -1;
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (!TextSentences.CanCount(tokens, i))
            {
                continue;
            }

            FlowStage stage = FlowWords.StageOf(tokens, i, sentence.End);
            int n = (int)tokens[i].Number.Value;
            bool isKnown = (stage, screened, randomised) switch
            {
                (FlowStage.Screened, null, _) => (screened = n) is not null,
                (FlowStage.Randomised, not null, null) => (randomised = n) is not null,
                (FlowStage.Excluded, not null, _) => AddTo(excluded, n),
                _ => false,
            };
            if (!isKnown)
            {
                return null;
            }

            first = first < 0 ? i : first;
            last = i;
        }

        return screened is { } whole && randomised is { } part && excluded.Count > 0
            ? Made(FlowArithmetic.Parts(whole, "screened", [.. excluded, part]), first, last + 1)
            : null;
    }

    /// <summary>"Of 125 patients, 5 were lost and the remaining 120 ...": nobody else is taken away.</summary>
    private static JudgedStatistic? Remaining(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        int at = -1;
        for (int i = sentence.Start; i + 1 < sentence.End; i++)
        {
            bool isThis = tokens[i].Key == "remaining" && i > sentence.Start && tokens[i - 1].Key is "the" or "and";
            at = isThis && TextSentences.CanCount(tokens, i + 1) ? i + 1 : at;
        }

        if (at < 0 || TextSentences.Has(tokens, sentence.Start, sentence.End, FlowWords.Overlap)
            || SentenceSizes.Read(tokens, sentence) is not { IsFirm: true } size || size.At > at || PersonNouns.IsThing(size.Noun))
        {
            return null;
        }

        List<int> parts = [];
        int depth = 0;
        for (int i = size.From; i < sentence.End; i++)
        {
            depth += tokens[i].Key is "(" or "[" ? 1 : tokens[i].Key is ")" or "]" ? -1 : 0;
            if (depth > 0 || i == at || !tokens[i].IsWhole)
            {
                // Numbers in brackets are percentages, reasons or parts of a part.
                bool isOther = depth > 0 && tokens[i].IsWhole && TextSentences.CanCount(tokens, i);
                if (isOther)
                {
                    return null;
                }

                continue;
            }

            bool isPart = TextSentences.CanCount(tokens, i) && i < at;
            bool isOfPart = TextSentences.Has(tokens, i - 4, i, ["whom", "which", "these", "including", "them"]);
            if (!isPart || isOfPart)
            {
                return null;
            }

            parts.Add((int)tokens[i].Number.Value);
        }

        for (int i = size.At + 1; i < size.From; i++)
        {
            if (tokens[i].IsWhole && TextSentences.CanCount(tokens, i))
            {
                return null;
            }
        }

        int remaining = (int)tokens[at].Number.Value;
        return parts.Count is > 0 and < 8 && remaining <= size.N && parts.TrueForAll(part => part <= size.N)
            ? Made(FlowArithmetic.Remaining(size.N, remaining, parts), size.At, at + 1)
            : null;
    }

    /// <summary>"150 were excluded (100 declined, 30 were too old and 20 for other reasons)": the others close the list.</summary>
    private static JudgedStatistic? Reasons(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (!TextSentences.CanCount(tokens, i) || FlowWords.StageOf(tokens, i, sentence.End) != FlowStage.Excluded)
            {
                continue;
            }

            int open = i + 1;
            while (open < sentence.End && tokens[open].Kind == TokenKind.Word)
            {
                open++;
            }

            if (open >= sentence.End || tokens[open].Key is not ("(" or ":"))
            {
                return null;
            }

            string close = tokens[open].Key == "(" ? ")" : ".";
            List<int> reasons = [];
            bool isClosed = false;
            int end = open + 1;
            for (; end < sentence.End && tokens[end].Key != close; end++)
            {
                if (tokens[end].IsWhole && TextSentences.CanCount(tokens, end))
                {
                    reasons.Add((int)tokens[end].Number.Value);
                    isClosed = false;
                }

                isClosed |= reasons.Count > 0 && tokens[end].Key is "other" or "others";
            }

            return reasons.Count > 1 && isClosed
                && !TextSentences.Has(tokens, open, end, ["whom", "including", "which", "them"])
                ? Made(FlowArithmetic.Reasons((int)tokens[i].Number.Value, reasons), i, Math.Min(end + 1, sentence.End))
                : null;
        }

        return null;
    }

    private static bool AddTo(List<int> numbers, int n)
    {
        numbers.Add(n);
        return true;
    }
}
