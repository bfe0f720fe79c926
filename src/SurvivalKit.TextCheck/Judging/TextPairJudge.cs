namespace SurvivalKit.TextCheck;

/// <summary>
/// Gives a P value of running text a verdict by the two counts or the two means before it: <c>57.1% (8/14) vs 23.8%
/// (10/42), P = .04</c>. A test that gives it is named. Where none does, the text may mean another comparison, so that nothing is refuted.
/// </summary>
internal static class TextPairJudge
{
    private const int Furthest = 24;

    /// <summary>The verdict; <see langword="null"/>: there are no two counts or means before the P value in its sentence.</summary>
    /// <param name="statistics">The statistics of a paragraph in their order.</param>
    /// <param name="at">Which of them is the P value.</param>
    /// <param name="tokens">The tokens of the paragraph.</param>
    /// <param name="methods">What the paper says of its tests of means.</param>
    public static Judgement? Judge(IReadOnlyList<Statistic> statistics, int at, IReadOnlyList<Token> tokens, EffectMethods methods)
    {
        if (at < 2 || statistics[at] is not PValueStatistic { P: { Question: null } part } || TextJudge.PrintedP(part) is not { } p
            || !IsBeside(statistics[at - 1], statistics[at], tokens) || !IsBeside(statistics[at - 2], statistics[at - 1], tokens))
        {
            return null;
        }

        bool isThird = at > 2
            && statistics[at - 3].GetType() == statistics[at - 1].GetType()
            && IsBeside(statistics[at - 3], statistics[at - 2], tokens);
        return (statistics[at - 2], statistics[at - 1]) switch
        {
            _ when isThird => null,
            (CountStatistic { Of: { } n } first, CountStatistic { Of: { } m } second) when first.Count <= n && second.Count <= m =>
                Counts(first.Count, n, second.Count, m, p),
            (MeanStatistic first, MeanStatistic second)
                when TwoMeansJudge.Judge(first, second, (PValueStatistic)statistics[at], tokens, methods) is { } means => means,
            (MeanStatistic { N: >= 2 } first, MeanStatistic { N: >= 2 } second) => Means(first, second, p),
            (MeanStatistic { N: null }, MeanStatistic { N: null }) =>
                Judgement.NotCheckable("The numbers of values are not printed beside the two means before this P value."),
            _ => null,
        };
    }

    private static Judgement? Counts(int first, int n, int second, int m, PrintedPValue p)
    {
        string name = FormattableString.Invariant($"{first} of {n} and {second} of {m}");
        try
        {
            var table = new ContingencyTable(new[,] { { first, n - first }, { second, m - second } });
            return Open(PValueArithmetic.Check(PValueArithmetic.FromCounts(table, p), p), name, p);
        }
        catch (SurvivalDataException)
        {
            // All have the same outcome: no test compares anything.
            return null;
        }
    }

    private static Judgement Means(MeanStatistic first, MeanStatistic second, PrintedPValue p)
    {
        string name = FormattableString.Invariant($"the means of {first.N} and {second.N} values");
        PrintedSample[] samples = [new(first.Mean, first.StandardDeviation, first.N!.Value), new(
            second.Mean, second.StandardDeviation, second.N!.Value)];
        return Open(PValueArithmetic.Check(PValueArithmetic.FromMeans(samples, p), p), name, p);
    }

    private static Judgement Open(Judgement result, string name, PrintedPValue p) => result.Verdict != Verdict.Inconsistent
        ? result with { Sentence = $"{result.Sentence[..^1]} ({name})." }
        : result with
        {
            Verdict = Verdict.NotCheckable,
            Sentence = $"{p.Text} is the P of no test of {name}; the text may mean another comparison."
        };

    /// <summary>Few tokens are between, and no end of a sentence.</summary>
    private static bool IsBeside(Statistic before, Statistic behind, IReadOnlyList<Token> tokens)
    {
        if (behind.First - before.End > Furthest)
        {
            return false;
        }

        for (int i = before.End; i < behind.First; i++)
        {
            if (tokens[i].Key == ".")
            {
                return false;
            }
        }

        return true;
    }
}
