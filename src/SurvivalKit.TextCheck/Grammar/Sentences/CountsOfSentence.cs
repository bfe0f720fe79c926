namespace SurvivalKit.TextCheck;

/// <summary>
/// Gives the counts of a sentence the number of people that the sentence names, and reads counts whose percentage stands further off:
/// <c>Among the 120 women enrolled, 60 had ... (50%)</c>. A number of another sentence is not taken.
/// </summary>
internal static class CountsOfSentence
{
    private const int LongestCount = 12;
    private const int MostSums = 8;

    // Of these a percentage is not that of a count, or not of all people of the sentence.
    private static readonly HashSet<string> Otherwise = new(StringComparer.Ordinal)
    {
        "missing", "unknown", "available", "unavailable", "evaluable", "assessable", "known", "respectively", "weighted", "actuarial",
        "kaplan-meier", "cumulative", "projected", "estimated", "probability", "incidence", "adjusted", "imputed", "rate", "rates",
        "survival", "crude", "prevalence", "sensitivity", "specificity", "tested", "answered", "responded", "data", "per", "undetermined",
        "remaining", "rest", "subgroup", "former", "latter", "each", "both", "versus", "vs", "compared", "ratio", "expected",
    };

    // "60 women had a reduction of bone mass (40%)": the percentage measures.
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "increase", "increased", "decrease", "decreased", "reduction", "reduced", "improvement", "improved", "change", "changed",
        "difference", "rate", "survival", "median", "mean", "average", "probability", "risk", "sensitivity", "accuracy", "loss", "gain",
        "level", "levels", "score", "than", "dose", "coverage", "stenosis", "volume", "concentration", "power", "fraction", "weight",
        "saturation", "interval", "confidence", "by", "ejection", "threshold", "cutoff", "for", "every", "about",
    };

    /// <summary>Names the whole of the counts, and adds those that were not read.</summary>
    public static void Name(List<Statistic> statistics, IReadOnlyList<Token> tokens)
    {
        if (!TextSentences.HasPercent(tokens, new TextSentence(0, tokens.Count)))
        {
            return;
        }

        foreach (TextSentence sentence in TextSentences.Split(tokens))
        {
            if (!TextSentences.HasPercent(tokens, sentence))
            {
                continue;
            }

            SentenceSize? size = SentenceSizes.Read(tokens, sentence);
            if (size is not null)
            {
                AddUnread(statistics, tokens, sentence, size);
                Name(statistics, tokens, sentence, size);
            }

            AddParts(statistics, tokens, sentence);
        }
    }

    private static void Name(List<Statistic> statistics, IReadOnlyList<Token> tokens, TextSentence sentence, SentenceSize size)
    {
        bool isOtherwise = TextSentences.Has(tokens, size.From, sentence.End, Otherwise)
            || TextSentences.Has(tokens, sentence.Start, size.At, Otherwise);
        List<int> counts = [];
        for (int s = 0; s < statistics.Count; s++)
        {
            if (statistics[s] is not CountStatistic count || count.First < size.From || count.End > sentence.End)
            {
                continue;
            }

            if (count.Of is null)
            {
                bool isFirst = counts.Count == 0;
                bool isFirm = size.IsFirm && !isOtherwise && isFirst && count.HasSign && !count.IsGlued && count.Count <= size.N
                    && IsOfSame(tokens, count, size) && IsNextTo(tokens, size.From, count.First);
                statistics[s] = count with { Part = new SentencePart(size.N, Others(tokens, sentence, size, count, counts), isFirm) };
            }

            counts.Add(count.Count);
        }
    }

    /// <summary>Whether nothing between says that the counts are of others: "of whom", another clause, another number.</summary>
    private static bool IsNextTo(IReadOnlyList<Token> tokens, int from, int first)
    {
        for (int i = from; i < first; i++)
        {
            bool isBreak = tokens[i].Key is ";" or "of" or "in" or "among" or "with" or "(" or ":" || tokens[i].Kind == TokenKind.Number;
            if (isBreak)
            {
                return false;
            }
        }

        return first - from <= 8;
    }

    /// <summary>Whether the count is of people as the whole is, and no "of" behind it names another whole.</summary>
    private static bool IsOfSame(IReadOnlyList<Token> tokens, CountStatistic count, SentenceSize size)
    {
        for (int i = count.First + 1; i < count.End; i++)
        {
            string key = tokens[i].Key;
            bool isThing = PersonNouns.IsThing(key) && key != size.Noun;
            if (isThing || (PersonNouns.IsPerson(key) && PersonNouns.IsThing(size.Noun)))
            {
                return false;
            }
        }

        string next = count.End < tokens.Count ? tokens[count.End].Key : "";
        string second = count.End + 1 < tokens.Count ? tokens[count.End + 1].Key : "";
        bool isThingBehind = PersonNouns.IsThing(next) && next != size.Noun;
        bool isOther = next is "of" && second is not ("whom" or "which" or "them" or "these");
        return !isThingBehind && !isOther && !(next.Length > 0 && next is "/" or "-" or "to" or "in");
    }

    /// <summary>Other numbers that the percentage may be of: those printed before it, what they leave of the whole, and the counts of
    /// the sentence together.</summary>
    private static List<int> Others(
        IReadOnlyList<Token> tokens, TextSentence sentence, SentenceSize size, CountStatistic count, List<int> before)
    {
        List<int> others = [];
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (i != size.At && (i < count.First || i >= count.End) && tokens[i].IsWhole && TextSentences.CanCount(tokens, i)
                && tokens[i].Number.Value > 0)
            {
                int value = (int)tokens[i].Number.Value;
                others.Add(value);
                others.Add(size.N - value);
            }
        }

        long sum = count.Count;
        foreach (int earlier in before.AsEnumerable().Reverse().Take(MostSums))
        {
            sum += earlier;
            others.Add((int)Math.Min(sum, int.MaxValue));
            others.Add(size.N - earlier);
        }

        return [.. others.Where(n => n >= count.Count && n > 0 && n != size.N).Distinct()];
    }

    /// <summary>"60 had anaemia (50%)": a count behind the opening, words, and its percentage in brackets.</summary>
    private static void AddUnread(List<Statistic> statistics, IReadOnlyList<Token> tokens, TextSentence sentence, SentenceSize size)
    {
        for (int i = size.From; i < sentence.End; i++)
        {
            bool isFirst = i == size.From || tokens[i - 1].Key is "," or "and" or ";" or "whom" or "which";
            if (isFirst && TextSentences.CanCount(tokens, i) && tokens[i].Number.Value <= size.N
                && Bracketed(tokens, i, i + 1, sentence) is { } found && StatisticOrder.IsFree(statistics, found))
            {
                StatisticOrder.Insert(statistics, found);
            }
            else if (isFirst && tokens[i].Kind == TokenKind.Word && InWords(tokens, i, size) is { } words
                && StatisticOrder.IsFree(statistics, words))
            {
                StatisticOrder.Insert(statistics, words);
            }
        }
    }

    /// <summary>"Sixty (50%)", as at the start of a clause.</summary>
    private static CountStatistic? InWords(IReadOnlyList<Token> tokens, int at, SentenceSize size)
    {
        var reader = new TokenReader(tokens) { At = at };
        return NumberWords.Take(reader) is { } count && count <= size.N && reader.TakeAny("(", "[") && reader.TakeNumber() is { } percent
            && percent.Value <= 100 && reader.TakePercent() && reader.TakeAny(")", "]")
            ? new CountStatistic(count, percent, null) { First = at, End = reader.At }
            : null;
    }

    /// <summary>"60 of the 120 women who were enrolled at the two sites in spring (50%)".</summary>
    private static void AddParts(List<Statistic> statistics, IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i + 4 < sentence.End; i++)
        {
            if (!tokens[i].IsWhole || tokens[i + 1].Key != "of" || !TextSentences.CanCount(tokens, i))
            {
                continue;
            }

            int at = i + 2;
            at += tokens[at].Key is "the" or "all" or "these" or "our" or "those" ? 1 : 0;
            if (at < sentence.End && TextSentences.CanCount(tokens, at) && tokens[at].Number.Value >= tokens[i].Number.Value
                && Bracketed(tokens, i, at + 1, sentence) is { } found && StatisticOrder.IsFree(statistics, found))
            {
                StatisticOrder.Insert(statistics, found with { Of = (int)tokens[at].Number.Value });
            }
        }
    }

    private static CountStatistic? Bracketed(IReadOnlyList<Token> tokens, int count, int words, TextSentence sentence)
    {
        int at = words;
        while (at < sentence.End && at - words < LongestCount && tokens[at].Kind == TokenKind.Word && !Measures.Contains(tokens[at].Key))
        {
            at++;
        }

        if (at == words || at >= sentence.End || tokens[at].Key is not ("(" or "["))
        {
            return null;
        }

        var reader = new TokenReader(tokens) { At = at + 1 };
        return reader.TakeNumber() is { } percent && percent.Value <= 100 && reader.TakePercent() && reader.TakeAny(")", "]")
            ? new CountStatistic((int)tokens[count].Number.Value, percent, null) { First = count, End = reader.At }
            : null;
    }
}
