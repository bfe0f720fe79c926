namespace SurvivalKit.TextCheck;

/// <summary>
/// Reads survival rates of running text that a Kaplan-Meier curve may not be able to have: a list over time that rises, a rate outside its
/// interval, an interval narrower than its patients allow, a rate below the part that is still at risk.
/// </summary>
internal static class SurvivalRates
{
    private const int FurthestName = 14;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "survival", "os", "pfs", "dfs", "efs", "rfs", "dss", "css", "lrfs", "dmfs", "mfs", "ffs", "bcss", "survivorship",
    };

    private static readonly HashSet<string> Incidences = new(StringComparer.Ordinal)
    {
        "mortality", "incidence", "recurrence", "relapse", "failure",
    };

    // Rates of several groups, of later starts, or against those of a population can rise.
    private static readonly HashSet<string> Otherwise = new(StringComparer.Ordinal)
    {
        "vs", "versus", "compared", "relative", "conditional", "group", "groups", "arm", "arms", "cohorts", "subgroups", "stage", "stages",
        "while", "whereas", "than", "excess", "net", "quality", "response", "increase", "increased", "improved", "difference", "era",
        "grade",
        "respectively,", "range", "ranged", "between", "hazard", "periods", "period", "interval", "annual", "yearly", "landmark", "current",
        "non-relapse", "nonrelapse", "treatment-related", "auc", "accuracy", "sensitivity", "specificity", "men", "women", "without",
    };

    private static readonly HashSet<string> Modelled = new(StringComparer.Ordinal)
    {
        "adjusted", "weighted", "predicted", "model", "modelled", "modeled", "simulated", "pooled", "meta-analysis", "bayesian",
        "bootstrap",
        "standardized", "standardised", "lesions", "implants", "grafts", "teeth", "hips", "knees", "restorations", "credible",
    };

    /// <summary>Adds the rates of lists, and gives those that are impossible their verdict.</summary>
    public static void Name(List<Statistic> statistics, IReadOnlyList<Token> tokens)
    {
        if (!TextSentences.HasPercent(tokens, new TextSentence(0, tokens.Count))
            || (!TextSentences.Has(tokens, 0, tokens.Count, Names) && !TextSentences.Has(tokens, 0, tokens.Count, Incidences)))
        {
            return;
        }

        foreach (TextSentence sentence in TextSentences.Split(tokens))
        {
            bool isSurvival = TextSentences.Has(tokens, sentence.Start, sentence.End, Names);
            bool isIncidence = TextSentences.Has(tokens, sentence.Start, sentence.End, Incidences);
            if (isSurvival != isIncidence && OverTime(tokens, sentence, isIncidence) is { } list)
            {
                StatisticOrder.Insert(statistics, list);
            }

            if (isSurvival)
            {
                foreach (JudgedStatistic impossible in WithIntervals(tokens, sentence))
                {
                    statistics.RemoveAll(other => other is EstimateStatistic or UnreadStatistic
                        && other.First < impossible.End && impossible.First < other.End);
                    StatisticOrder.Insert(statistics, impossible);
                }
            }
        }
    }

    /// <summary>"Survival at 1, 3 and 5 years was 90%, 75% and 62%".</summary>
    private static JudgedStatistic? OverTime(IReadOnlyList<Token> tokens, TextSentence sentence, bool isIncidence)
    {
        if (TextSentences.Has(tokens, sentence.Start, sentence.End, Otherwise))
        {
            return null;
        }

        IReadOnlyList<double> times = [];
        int first = -1;
        int behind = -1;
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            bool isStart = (tokens[i].Kind == TokenKind.Number || (tokens[i].Text.Length > 0 && char.IsAsciiDigit(tokens[i].Text[0])))
                && (i == 0 || tokens[i - 1].Kind == TokenKind.Word || i == sentence.Start || tokens[i - 1].Key is "(" or ",");
            if (isStart && SurvivalTimes.Read(tokens, i, sentence.End, out int after) is { Count: > 0 } found)
            {
                if (times.Count > 0)
                {
                    return null;
                }

                (times, first, behind) = (found, i, after);
                i = after - 1;
            }
        }

        if (times.Count < 2 || times.Zip(times.Skip(1)).Any(pair => pair.First >= pair.Second)
            || Percents(tokens, behind, sentence.End, times.Count) is not { } rates
            || TextSentences.HasPercent(tokens, new TextSentence(sentence.Start, behind)))
        {
            return null;
        }

        Judgement order = SurvivalRateArithmetic.Order(times, rates.Values, isIncidence);
        return new JudgedStatistic(TextStatisticKind.SurvivalRate, order) { First = first, End = rates.End, Value = rates.Values[^1] };
    }

    /// <summary>As many percentages as times, one after another, and nothing behind them that parts them among groups.</summary>
    private static (IReadOnlyList<PrintedNumber> Values, int End)? Percents(IReadOnlyList<Token> tokens, int from, int end, int count)
    {
        List<PrintedNumber> values = [];
        int last = from;
        int depth = 0;
        int between = 0;
        for (int i = from; i < end; i++)
        {
            depth += tokens[i].Key is "(" or "[" ? 1 : tokens[i].Key is ")" or "]" ? -1 : 0;
            bool isPercent = depth == 0 && tokens[i].Kind == TokenKind.Number && i + 1 < end && tokens[i + 1].Key == "%";
            bool isListed = depth == 0 && tokens[i].Kind == TokenKind.Number && i + 1 < end && tokens[i + 1].Key is "," or "and"
                && tokens[i].Number.Value is > 1 and <= 100;
            if (isPercent || isListed)
            {
                if (between > (values.Count == 0 ? 10 : 0))
                {
                    return null;
                }

                values.Add(tokens[i].Number);
                last = isPercent ? i + 2 : i + 1;
                between = 0;
                i = last - 1;
            }
            else if (depth == 0 && tokens[i].Kind == TokenKind.Number)
            {
                return null;
            }
            else if (depth == 0 && tokens[i].Kind == TokenKind.Word && tokens[i].Key is not ("and" or "respectively"))
            {
                between++;
                if (values.Count > 0 && values.Count < count)
                {
                    return null;
                }
            }
        }

        for (int i = last; i < end; i++)
        {
            if (tokens[i].Key is "and" or "or" or ";" or "for")
            {
                return null;
            }
        }

        return values.Count == count && values.TrueForAll(value => value.Value <= 100) ? (values, last) : null;
    }

    private static IEnumerable<JudgedStatistic> WithIntervals(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        int rates = 0;
        for (int i = sentence.Start; i + 1 < sentence.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i + 1].Key != "%" || tokens[i].Number.Value > 100
                || (i + 2 < sentence.End && tokens[i + 2].Key is "ci" or "cis" or "confidence" or "cri" or "credible")
                    || !IsNamed(tokens, sentence, i))
            {
                continue;
            }

            rates++;
            var reader = new TokenReader(tokens) { At = i };
            EstimateStatistic? estimate = EstimateGrammar.Read(reader);
            Judgement? judgement = estimate is { Interval: { Meaning: IntervalMeaning.Confidence } interval }
                && interval.Lower.Value is > 1 and <= 100 && interval.Upper.Value is > 1 and <= 100
                ? OfInterval(tokens, sentence, estimate.Value, interval, rates == 1)
                : null;
            judgement ??= rates == 1 ? OfRisk(tokens, sentence, tokens[i].Number) : null;
            if (judgement is { Verdict: Verdict.Inconsistent })
            {
                yield return new JudgedStatistic(TextStatisticKind.SurvivalRate, judgement)
                {
                    First = i,
                    End = estimate?.End ?? i + 2,
                    Value = tokens[i].Number,
                };
            }
        }
    }

    private static Judgement? OfInterval(
        IReadOnlyList<Token> tokens, TextSentence sentence, PrintedNumber rate, IntervalPart interval, bool isFirst)
    {
        if (interval.Lower.Value <= interval.Upper.Value && (rate.Value < interval.Lower.Value || rate.Value > interval.Upper.Value))
        {
            return TextJudge.Estimate(rate, interval, "rate");
        }

        return isFirst && Patients(tokens, sentence) is { } n && !TextSentences.Has(tokens, sentence.Start, sentence.End, Modelled)
            && interval.Lower.Value <= interval.Upper.Value && CountPercents(tokens, sentence) <= 5
            ? SurvivalRateArithmetic.Interval(rate, interval.Lower, interval.Upper, interval.Level ?? 0.95, n)
            : null;
    }

    /// <summary>"Of 120 patients, survival at 5 years was 30% with 60 patients at risk".</summary>
    private static Judgement? OfRisk(IReadOnlyList<Token> tokens, TextSentence sentence, PrintedNumber rate)
    {
        if (Patients(tokens, sentence) is not { } n || TextSentences.Has(tokens, sentence.Start, sentence.End, Modelled))
        {
            return null;
        }

        for (int i = sentence.Start + 1; i + 1 < sentence.End; i++)
        {
            if (tokens[i].Key != "at" || tokens[i + 1].Key != "risk")
            {
                continue;
            }

            for (int back = 1; back <= 3 && i - back >= sentence.Start; back++)
            {
                if (TextSentences.CanCount(tokens, i - back) && tokens[i - back].Number.Value <= n)
                {
                    int atRisk = (int)tokens[i - back].Number.Value;
                    return atRisk == n ? null : SurvivalRateArithmetic.Rate(rate, n, atRisk, null);
                }
            }
        }

        return null;
    }

    /// <summary>The one number of patients that the sentence names.</summary>
    private static int? Patients(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        int? only = null;
        for (int i = sentence.Start; i + 2 < sentence.End; i++)
        {
            if (tokens[i].Key == "n" && tokens[i + 1].Key == "=" && tokens[i + 2].IsWhole)
            {
                if (only is not null)
                {
                    return null;
                }

                only = (int)tokens[i + 2].Number.Value;
            }
        }

        int? named = SentenceSizes.Read(tokens, sentence) is { IsFirm: true } size && PersonNouns.IsPerson(size.Noun) ? size.N : null;
        return only is not null && named is not null && only != named ? null : (only ?? named) is > 1 and var n ? n : null;
    }

    /// <summary>Whether the nearest name before the percentage is one of survival, with a time in the sentence and no percentage or
    /// median between.</summary>
    private static bool IsNamed(IReadOnlyList<Token> tokens, TextSentence sentence, int at)
    {
        bool isNamed = false;
        bool hasTime = false;
        for (int i = at - 1; i >= Math.Max(sentence.Start, at - FurthestName); i--)
        {
            if (tokens[i].Key is "%" or ";" or "median" or "difference" or "relative" or "vs" or "versus")
            {
                break;
            }

            isNamed |= Names.Contains(tokens[i].Key);
            hasTime |= SurvivalTimes.Read(tokens, i, sentence.End, out _).Count == 1;
        }

        return isNamed && hasTime;
    }

    private static int CountPercents(IReadOnlyList<Token> tokens, TextSentence sentence) =>
        Enumerable.Range(sentence.Start, sentence.End - sentence.Start).Count(i => tokens[i].Key == "%");
}
