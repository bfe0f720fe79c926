namespace SurvivalKit.TextCheck;

/// <summary>Finds the statistics among the tokens of running text.</summary>
internal static class StatisticScanner
{
    private const int ThresholdNeighbourhood = 12;

    private static readonly HashSet<string> ThresholdWords = new(StringComparer.Ordinal)
    {
        "considered", "regarded", "deemed", "threshold", "defined", "declared", "accepted", "significance", "set", "cutoff", "cut-off",
        "indicate", "indicated",
    };

    /// <summary>The statistics in their order; none shares a token with another.</summary>
    public static List<Statistic> Scan(IReadOnlyList<Token> tokens)
    {
        var reader = new TokenReader(tokens);
        List<Statistic> found = [];
        while (!reader.IsAtEnd)
        {
            int start = reader.At;
            IReadOnlyList<Statistic> here = At(reader);
            found.AddRange(here);
            reader.At = here.Count == 0 ? start + 1 : Math.Max(start + 1, here[^1].End);
        }

        return found;
    }

    private static IReadOnlyList<Statistic> At(TokenReader reader)
    {
        Token token = reader.Next;
        if (token.Kind == TokenKind.Word)
        {
            IReadOnlyList<Statistic> ratios = RatioGrammar.Read(reader);
            return ratios.Count > 0 ? ratios : One(
                CountGrammar.Read(reader) ?? (Statistic?)EffectGrammar.Read(reader) ?? TestGrammar.Read(reader)
                    ?? (Statistic?)MeanGrammar.Read(reader)
                    ?? (Statistic?)EstimateGrammar.Read(reader) ?? P(reader));
        }

        if (token.Kind == TokenKind.Number || token.Key == "-")
        {
            return One(CountGrammar.Read(reader) ?? (Statistic?)MeanGrammar.Read(reader) ?? Estimate(reader) ?? Announced(reader));
        }

        return [];
    }

    /// <summary>A number outside its interval belongs to another statistic: "62% at 5 years (95% CI, 55-69)".</summary>
    private static Statistic? Estimate(TokenReader reader)
    {
        int first = reader.At;
        EstimateStatistic? found = EstimateGrammar.Read(reader);
        bool isOther = found is { Interval: { } interval } && !NamedEstimate.IsBound(reader.Tokens, found)
            && interval.Lower.Value <= interval.Upper.Value
            && (found.Value.Value < interval.Lower.Value || found.Value.Value > interval.Upper.Value);
        return isOther
            ? new UnreadStatistic(
                "the number right before this interval is outside it, so that it seems to be the interval of another number")
            {
                First = first,
                End = reader.At
            }
            : found;
    }

    private static IReadOnlyList<Statistic> One(Statistic? statistic) => statistic is null ? [] : [statistic];

    /// <summary>A P value that belongs to no statistic before it.</summary>
    private static Statistic? P(TokenReader reader)
    {
        int first = reader.At;
        if (PValueGrammar.Value(reader) is not { } p)
        {
            return null;
        }

        if (!p.IsProbability)
        {
            bool isP = p.Number.Decimals > 0;
            int end = reader.At;
            reader.At = isP ? end : first;
            return isP ? new UnreadStatistic("a P value lies between 0 and 1") { First = first, End = end } : null;
        }

        return (p.Relation == '<' || IsLevel(reader, first))
            && IsThreshold(reader, first) ? null : new PValueStatistic(p) { First = first, End = reader.At };
    }

    /// <summary>"A P value of .05 was considered significant" is a rule too.</summary>
    private static bool IsLevel(TokenReader reader, int first) =>
        !Enumerable.Range(first, reader.At - first).Any(i => reader.Tokens[i].Key is "=" or ">");

    /// <summary>"P &lt; .05 was considered significant" is a rule, not a result.</summary>
    private static bool IsThreshold(TokenReader reader, int first)
    {
        IReadOnlyList<Token> tokens = reader.Tokens;
        for (int i = Math.Max(0, first - ThresholdNeighbourhood); i < Math.Min(tokens.Count, reader.At + ThresholdNeighbourhood); i++)
        {
            if (ThresholdWords.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A confidence interval with numbers and without an estimate.</summary>
    private static UnreadStatistic? Announced(TokenReader reader)
    {
        int first = reader.At;
        if (reader.Ahead(1).Key is "%" or "percent" && IntervalNames.Read(reader) is (IntervalMeaning.Confidence, var level))
        {
            reader.SkipAny(4, ",", ":", ";", "=", "of", "(", "[", ")", "]", "was", "from");
            if (IntervalGrammar.Numbers(reader, IntervalMeaning.Confidence, level) is not null)
            {
                return new UnreadStatistic(
                    "the estimate of this confidence interval was not found before it")
                { First = first, End = reader.At };
            }
        }

        reader.At = first;
        return null;
    }
}
