namespace SurvivalKit.TextCheck;

/// <summary>
/// Gives numbers with confidence intervals the name of the ratio that their sentence speaks of: <c>HRs were similar in men (0.71, 95% CI
/// ...) and women (0.80, 95% CI ...)</c>. Only what has the form of a ratio is taken: positive, without a unit, in the middle of its
/// interval on the log scale.
/// </summary>
internal static class RatiosOfSentence
{
    private const int Furthest = 90;
    private const int FurthestAgain = 14;

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "median", "mean", "difference", "sensitivity", "specificity", "auc", "slope", "correlation", "coefficient", "beta", "c-index",
        "c-statistic", "kappa",
    };

    private static readonly HashSet<string> Of = new(StringComparer.Ordinal) { "for", "of", "in", "with", "among" };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "and", "while", "whereas", "but", "that", "was", "were", "it", "the", "one", "corresponding",
    };

    /// <summary>The statistics with those that are ratios as ratios.</summary>
    public static void Name(List<Statistic> statistics, IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i < statistics.Count; i++)
        {
            if (statistics[i] is EstimateStatistic { Kind: TextStatisticKind.Estimate } estimate
                && IsLikeRatio(estimate, tokens) && KindOf(statistics, i, tokens) is { } kind)
            {
                var reader = new TokenReader(tokens) { At = estimate.End };
                PValuePart? p = PValueGrammar.Read(reader);
                bool isOwn = p is { Question: null } && (i + 1 >= statistics.Count || statistics[i + 1].First < reader.At);
                if (isOwn && i + 1 < statistics.Count && statistics[i + 1] is PValueStatistic)
                {
                    statistics.RemoveAt(i + 1);
                }

                statistics[i] = new RatioStatistic(kind, estimate.Value, estimate.Interval, isOwn ? p : null)
                {
                    First = estimate.First,
                    End = isOwn ? reader.At : estimate.End,
                    IsCertain = i > 0 && statistics[i - 1] is RatioStatistic { IsCertain: true } before && before.Kind == kind
                        && IsNamedAgain(tokens, before.End, estimate.First),
                };
            }
        }
    }

    private static bool IsLikeRatio(EstimateStatistic estimate, IReadOnlyList<Token> tokens)
    {
        (PrintedNumber value, IntervalPart interval) = (estimate.Value, estimate.Interval);
        bool isPlain = interval.Meaning == IntervalMeaning.Confidence && value.Decimals > 0 && value.Value > 0 && value.Value < 100
            && interval.Lower.Value > 0 && interval.Upper.Value > interval.Lower.Value && interval.Lower.Decimals > 0;
        for (int i = estimate.First; isPlain && i < estimate.End; i++)
        {
            // The only per cent sign is that of the level.
            isPlain = tokens[i].Key is not ("months" or "years" or "days" or "weeks")
                && (tokens[i].Key != "%" || (tokens[i - 1].Number.Value >= 80 && i > estimate.First + 1));
        }

        return isPlain && RatioRules.Regions(value, new PrintedInterval(interval.Lower, interval.Upper, 0.95)) is { Count: > 0 };
    }

    /// <summary>The nearest name before it in its sentence, or the one before it that is a ratio.</summary>
    private static TextStatisticKind? KindOf(List<Statistic> statistics, int at, IReadOnlyList<Token> tokens)
    {
        int first = statistics[at].First;
        for (int i = first - 1; i >= Math.Max(0, first - Furthest); i--)
        {
            if (Others.Contains(tokens[i].Key) || TextSentences.IsEnd(tokens, i))
            {
                return null;
            }

            var reader = new TokenReader(tokens) { At = i };
            if (RatioNames.Read(reader) is (TextStatisticKind kind, _))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Whether the words between a ratio and the next number speak of the same ratio of something else: <c>, and that for death
    /// was</c>. No other number stands between.</summary>
    private static bool IsNamedAgain(IReadOnlyList<Token> tokens, int from, int to)
    {
        bool isOf = false;
        for (int i = from; i < to; i++)
        {
            Token token = tokens[i];
            if (token.Kind == TokenKind.Number
                || to - from > FurthestAgain
                || Others.Contains(token.Key)
                || token.Key is "rate" or "rates" or "."
                || (!isOf && token.Kind == TokenKind.Word && !Of.Contains(token.Key) && !Joining.Contains(token.Key)))
            {
                return false;
            }

            isOf |= Of.Contains(token.Key);
        }

        return isOf;
    }
}
