namespace SurvivalKit.TextCheck;

/// <summary>Finds the second mean of a sentence that names them once: <c>mean (SD) score was 62.2 (13.9) in 40 patients and 55.1 (12.0) in
/// 42 controls</c>.</summary>
internal static class MeansOfSentence
{
    private const int Furthest = 24;

    /// <summary>Adds the second means.</summary>
    public static void Complete(List<Statistic> statistics, IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i < statistics.Count; i++)
        {
            int end = i + 1 < statistics.Count ? statistics[i + 1].First : tokens.Count;
            if (statistics[i] is MeanStatistic mean && mean.End <= tokens.Count && tokens[mean.First].Kind == TokenKind.Word
                && tokens[mean.First].Text != "M" && Second(mean, tokens, end) is { } found)
            {
                statistics.Insert(++i, found);
            }
        }
    }

    private static MeanStatistic? Second(MeanStatistic mean, IReadOnlyList<Token> tokens, int end)
    {
        bool isLinked = false;
        for (int i = mean.End; i < Math.Min(Math.Min(end, tokens.Count), mean.End + Furthest); i++)
        {
            Token token = tokens[i];
            if (token.Key == "." || token.Key is "median" or "range")
            {
                return null;
            }

            isLinked |= token.Key is "and" or "vs" or "versus" or "than" or "with" or "to" or "whereas" or "against";
            if (!isLinked || token.Kind != TokenKind.Number || token.Number.Decimals != mean.Mean.Decimals)
            {
                continue;
            }

            var reader = new TokenReader(tokens) { At = i + 1 };
            if (reader.TakeAny("(", "["))
            {
                reader.TakeAny("±", "sd");
                reader.SkipAny(2, "=", ":", ",");
                if (reader.TakeNumber() is { } deviation && deviation.Decimals == mean.StandardDeviation.Decimals
                    && reader.Next.Key is ")" or "]" or ";" or ",")
                {
                    reader.TakeAny(")", "]");
                    return new MeanStatistic(token.Number, deviation, null, mean.IsWhole) { First = i, End = reader.At };
                }
            }
        }

        return null;
    }
}
