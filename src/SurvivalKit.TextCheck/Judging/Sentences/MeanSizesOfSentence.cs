namespace SurvivalKit.TextCheck;

/// <summary>
/// Gives the means of a sentence the number of values that the sentence names, the number of items and the kind of the values, and reads
/// means of whole numbers without a standard deviation: <c>In the 19 women the mean number of visits was 3.47</c>.
/// </summary>
internal static class MeanSizesOfSentence
{
    private const int LongestDescription = 14;
    private const int MostValues = 5000;

    private static readonly HashSet<string> Binary =
        new(StringComparer.Ordinal) { "binary", "dichotomous", "dichotomised", "dichotomized", "dummy", "yes/no", "zero-one" };

    // A mean of rates, of means or of weights is one of whole numbers no more.
    private static readonly HashSet<string> Continuous = new(StringComparer.Ordinal)
    {
        "per", "weighted", "adjusted", "least-squares", "ls", "log", "imputed", "marginal", "estimated", "change", "difference", "daily",
        "weekly", "monthly", "annual", "yearly", "annualised", "annualized", "geometric", "trimmed", "ratio", "density", "copies",
        "averaged",
        "cells", "percentage", "proportion", "pooled", "predicted", "cumulative", "equivalent", "equivalents", "pack-years",
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "subset", "subgroup", "subsample" };

    private static readonly HashSet<string> Scales = new(StringComparer.Ordinal)
    {
        "apgar", "parity", "gravidity", "likert",
    };

    /// <summary>Completes and adds means.</summary>
    public static void Name(List<Statistic> statistics, IReadOnlyList<Token> tokens)
    {
        // Nothing follows from a mean unless words say that its values are whole, or zeros and ones.
        if (!IsWholeSaid(tokens))
        {
            return;
        }

        foreach (TextSentence sentence in TextSentences.Split(tokens))
        {
            bool isContinuous = TextSentences.Has(tokens, sentence.Start, sentence.End, Continuous);
            for (int s = 0; s < statistics.Count; s++)
            {
                if (statistics[s] is MeanStatistic mean && mean.First >= sentence.Start && mean.End <= sentence.End)
                {
                    statistics[s] = Complete(tokens, sentence, mean, isContinuous, statistics);
                }
            }

            if (!isContinuous)
            {
                AddAlone(statistics, tokens, sentence);
            }
        }
    }

    private static bool IsWholeSaid(IReadOnlyList<Token> tokens)
    {
        bool isWhole = false;
        bool isMean = false;
        for (int i = 0; i < tokens.Count && !(isWhole && isMean); i++)
        {
            string key = tokens[i].Key;
            isMean |= key is "mean" or "average" or "m" or "±";
            isWhole |= key is "number" or "integer" or "integers" or "whole-number" or "coded" or "scored"
                || Scales.Contains(key) || Binary.Contains(key);
        }

        return isWhole && isMean;
    }

    private static Statistic Complete(
        IReadOnlyList<Token> tokens, TextSentence sentence, MeanStatistic mean, bool isContinuous, List<Statistic> statistics)
    {
        bool isBinary = mean.Mean.Value is > 0 and < 1 && IsBinary(tokens, sentence);
        bool isWhole = mean.IsWhole || (!isContinuous && TextSentences.Has(tokens, sentence.Start, mean.End, Scales));
        MeanStatistic complete = mean with { Items = Items(tokens, sentence), IsBinary = isBinary, IsWhole = isWhole };
        if (mean.N is { } printed && UpperOf(tokens, mean, printed) is { } upper)
        {
            // "n = 18-22" is a range of sizes, and its first number is not the size.
            return complete with { N = null, Range = upper <= MostValues && printed >= 2 ? (printed, upper) : null };
        }

        if (mean.N is not null || (!isWhole && !isBinary) || isContinuous)
        {
            return complete;
        }

        bool isOnly = statistics.Count(other => other is MeanStatistic && other.First >= sentence.Start && other.End <= sentence.End) == 1;
        (int Least, int Most)? range = isOnly ? Size(tokens, sentence, mean.First, mean.End) : null;
        if (range is null)
        {
            return complete;
        }

        // A number behind ± can be a standard error where nothing calls it the standard deviation.
        bool isNamed = TextSentences.Has(tokens, sentence.Start, sentence.End, ["sd", "s.d", "deviation", "deviations"]);
        if (!isNamed && !isBinary)
        {
            return new JudgedStatistic(TextStatisticKind.MeanSd, WholeMean(mean.Mean, range.Value, complete.Items))
            {
                First = mean.First,
                End = mean.End,
                Value = mean.Mean,
            };
        }

        return range is (var n, var same) && n == same ? complete with { N = n } : complete with { Range = range };
    }

    /// <summary>The second number of the range whose first was read as the number of values.</summary>
    private static int? UpperOf(IReadOnlyList<Token> tokens, MeanStatistic mean, int printed)
    {
        for (int i = Math.Max(1, mean.First - 6); i + 2 < Math.Min(tokens.Count, mean.End + 8); i++)
        {
            bool isSize = tokens[i].IsWhole && tokens[i].Number.Value == printed && tokens[i - 1].Key == "=";
            if (isSize && tokens[i + 1].Key is "-" or "to" && tokens[i + 2].IsWhole && tokens[i + 2].Number.Value > printed)
            {
                return (int)tokens[i + 2].Number.Value;
            }
        }

        return null;
    }

    /// <summary>"The mean number of visits was 3.47 in 19 women", without a standard deviation.</summary>
    private static void AddAlone(List<Statistic> statistics, IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (tokens[i].Key is not ("mean" or "average"))
            {
                continue;
            }

            int at = i + 1;
            while (at < sentence.End && at - i < LongestDescription && tokens[at].Kind == TokenKind.Word)
            {
                at++;
            }

            at += at < sentence.End && tokens[at].Key is "=" or ":" ? 1 : 0;
            bool isValue = at < sentence.End && tokens[at] is { Kind: TokenKind.Number, Number.Decimals: 1 or 2 or 3 }
                && tokens[at - 1].Key is "was" or "of" or "is" or "=" or ":" or "were" or "reached"
                && (WholeNumberWords.SaysWhole(tokens, i, at) || TextSentences.Has(tokens, i - 3, at, Scales));
            bool isOther = at + 1 < tokens.Count && tokens[at + 1].Key is "±" or "%" or "-" or "percent" or "×" or "to" or "/";
            if (!isValue || isOther || !statistics.TrueForAll(other => other.End <= at || other.First > at)
                || Size(tokens, sentence, i, at + 1) is not { } range)
            {
                continue;
            }

            var found = new JudgedStatistic(TextStatisticKind.MeanSd, WholeMean(tokens[at].Number, range, Items(tokens, sentence)))
            {
                First = at,
                End = at + 1,
                Value = tokens[at].Number,
            };
            StatisticOrder.Insert(statistics, found);
        }
    }

    private static Judgement WholeMean(PrintedNumber mean, (int Least, int Most) range, int items) => range.Least == range.Most
        ? MeanArithmetic.Grim(mean, range.Least, items)
        : MeanArithmetic.Within(mean, null, range, items, isBinary: false);

    /// <summary>The numbers of values that the sentence allows; <see langword="null"/>: it names none, or it is not certain
    /// which.</summary>
    private static (int Least, int Most)? Size(IReadOnlyList<Token> tokens, TextSentence sentence, int first, int end)
    {
        if (Behind(tokens, sentence, end) is { } behind)
        {
            return behind;
        }

        if (SentenceSizes.Read(tokens, sentence) is not { N: >= 2 and <= MostValues } size
            || size.At > first || PersonNouns.IsThing(size.Noun) || size.Noun.Length == 0)
        {
            return null;
        }

        // Another number of people before the mean may be that of the values.
        for (int i = sentence.Start; i < first; i++)
        {
            if (i != size.At && tokens[i].IsWhole && TextSentences.CanCount(tokens, i))
            {
                return null;
            }
        }

        bool isSubset = TextSentences.Has(tokens, sentence.Start, size.At, Parts);
        return isSubset ? (2, size.N) : size.IsFirm ? (size.N, size.N) : null;
    }

    /// <summary>"(n = 18-22)", "in 19 women", "in groups of 18 to 22 women" behind the mean.</summary>
    private static (int, int)? Behind(IReadOnlyList<Token> tokens, TextSentence sentence, int end)
    {
        for (int i = end; i + 1 < Math.Min(sentence.End, end + 8); i++)
        {
            bool isSign = tokens[i].Key == "=" && i > 0 && tokens[i - 1].Key == "n";
            bool isIn = tokens[i].Key is "in" or "among" or "of" or "for";
            int at = i + 1;
            at += isIn && at < sentence.End && tokens[at].Key is "the" or "all" or "our" or "groups" ? 1 : 0;
            at += isIn && at < sentence.End && tokens[at].Key == "of" ? 1 : 0;
            if ((!isSign && !isIn) || at >= sentence.End || !tokens[at].IsWhole || tokens[at].Number.Value is < 2 or > MostValues)
            {
                continue;
            }

            int n = (int)tokens[at].Number.Value;
            bool isRange = at + 2 < sentence.End && tokens[at + 1].Key is "-" or "to" && tokens[at + 2].IsWhole
                && tokens[at + 2].Number.Value > n && tokens[at + 2].Number.Value <= MostValues;
            int behind = isRange ? at + 3 : at + 1;
            bool isPeople = isSign || Enumerable.Range(behind, 3).Any(j => j < sentence.End && PersonNouns.IsPerson(tokens[j].Key));
            return !isPeople ? null : isRange ? (n, (int)tokens[at + 2].Number.Value) : (n, n);
        }

        return null;
    }

    private static bool IsBinary(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            bool isZeroOne = tokens[i].IsWhole && tokens[i].Number.Value == 0 && i + 2 < sentence.End
                && tokens[i + 1].Key is "/" or "or" or "and" && tokens[i + 2].IsWhole && tokens[i + 2].Number.Value == 1
                && i > 0 && tokens[i - 1].Key is "coded" or "as" or "(" or "scored";
            if (isZeroOne || Binary.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of items of a scale, of which a score may be the mean: <c>a 5-item scale</c>, <c>the 5 items</c>.</summary>
    private static int Items(IReadOnlyList<Token> tokens, TextSentence sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            string key = tokens[i].Key;
            if (key.EndsWith("-item", StringComparison.Ordinal)
                && int.TryParse(key[..^5], System.Globalization.CultureInfo.InvariantCulture, out int named) && named is > 0 and <= 200)
            {
                return named;
            }

            int next = i + 1 < sentence.End && tokens[i + 1].Key == "-" ? i + 2 : i + 1;
            if (tokens[i].IsWhole && tokens[i].Number.Value is > 0 and <= 200 && next < sentence.End
                && tokens[next].Key is "item" or "items" or "questions")
            {
                return (int)tokens[i].Number.Value;
            }
        }

        return 1;
    }
}
