namespace SurvivalKit.TextCheck;

/// <summary>
/// Gives the P value of two means with standard deviations and numbers of values a verdict. It is inconsistent where Student's, Welch's and
/// the normal test fail, two-sided and one-sided, also with the deviations read as standard errors, and where the paper names no other test
/// and nothing says that the values are of the same persons.
/// </summary>
internal static class TwoMeansJudge
{
    private static readonly string[] Times =
    [
        "baseline", "follow-up", "before", "after", "preoperative", "postoperative", "preoperatively", "postoperatively", "pre", "post",
        "pretreatment", "posttreatment", "pre-treatment", "post-treatment", "week", "weeks", "month", "months", "day", "days", "paired",
        "matched", "change", "changes", "changed", "decreased", "increased", "improved", "initial", "final", "eyes", "side", "adjusted",
        "log",
        "median", "rank", "wilcoxon",
    ];

    private static readonly string[] Groups =
    [
        "group", "groups", "arm", "arms", "placebo", "control", "controls", "men", "women", "males", "females", "cases", "treated",
        "untreated", "responders", "nonresponders", "survivors", "smokers", "versus", "vs", "than", "compared",
    ];

    /// <summary>The verdict; <see langword="null"/>: the sentence does not say of how many values the means are.</summary>
    /// <param name="first">The first mean.</param>
    /// <param name="second">The second.</param>
    /// <param name="statistic">The P value behind them.</param>
    /// <param name="tokens">The tokens of the paragraph.</param>
    /// <param name="methods">What the paper says of its tests.</param>
    public static Judgement? Judge(
        MeanStatistic first, MeanStatistic second, PValueStatistic statistic, IReadOnlyList<Token> tokens, EffectMethods methods)
    {
        int end = Math.Min(tokens.Count, statistic.End + 1);
        if (TextJudge.PrintedP(statistic.P) is not { } p || GroupSizes.Of(first, second, end, tokens) is not var (n, m) || n < 2 || m < 2)
        {
            return null;
        }

        PrintedSample[] samples = [new(first.Mean, first.StandardDeviation, n), new(second.Mean, second.StandardDeviation, m)];
        string name = FormattableString.Invariant($"the means of {n} and {m} values");
        IReadOnlyList<TestMatch> matches = PValueArithmetic.FromMeans(samples, p);
        Judgement result = PValueArithmetic.Check(matches, p);
        if (result.Verdict != Verdict.Inconsistent)
        {
            return result with { Sentence = $"{result.Sentence[..^1]} ({name})." };
        }

        if (matches.FirstOrDefault(match => p.RuleFor(match.P * 0.5) is not null) is { } half)
        {
            string sentence = $"{p.Text} is the one-sided P of {half.Test} ({name}).";
            return Judgement.Under(p.RuleFor(half.P * 0.5)!.Value, sentence, half.P.Middle / 2, $"one-sided {half.Test}");
        }

        bool isNamed = Has(tokens, first.First, statistic.End, ["sd", "deviation", "deviations"]);
        string? reason = (isNamed ? null : AsErrors(samples, p)) ?? Reason(first, statistic, (n, m), tokens, methods, p, matches);
        return reason is not null
            ? result with
            {
                Verdict = Verdict.NotCheckable,
                Sentence = $"{p.Text} is the P of no test of {name}; {reason}.",
            }
            : Significance.With(
                result with { Sentence = $"{p.Text} is the P of no test of {name}: neither Student's nor Welch's nor the normal one." },
                p,
                new ValueRange(matches.Min(match => match.P.Low), matches.Max(match => match.P.High)));
    }

    /// <summary>Numbers behind a plus-minus sign can be standard errors, for Student's test or Welch's.</summary>
    private static string? AsErrors(PrintedSample[] samples, PrintedPValue p)
    {
        (double n, double m) = (samples[0].Count, samples[1].Count);
        ValueRange difference = samples[0].Mean.Either() - samples[1].Mean.Either();
        double least = difference.Low > 0 ? difference.Low : difference.High < 0 ? -difference.High : 0;
        double most = Math.Max(-difference.Low, difference.High);
        ValueRange one = samples[0].StandardDeviation.Either().NotNegative();
        ValueRange other = samples[1].StandardDeviation.Either().NotNegative();
        (double welch, double student) = (Welch(one.Low, other.Low), Student(one.Low, other.Low));
        (double wideWelch, double wideStudent) = (Welch(one.High, other.High), Student(one.High, other.High));
        var range = new ValueRange(
            ReferenceDistribution.NormalTwoSided(most / Math.Min(welch, student)),
            ReferenceDistribution.StudentTwoSided(least / Math.Max(wideWelch, wideStudent), Math.Min(n, m) - 1));
        return p.RuleFor(range) is null ? null : $"with the numbers behind the means as standard errors P is {ArithmeticText.P(range)}";

        double Welch(double a, double b) => Math.Sqrt((a * a) + (b * b));

        double Student(double a, double b) =>
            Math.Sqrt((((n - 1) * n * a * a) + ((m - 1) * m * b * b)) / (n + m - 2) * ((1 / n) + (1 / m)));
    }

    private static string? Reason(
        MeanStatistic first, PValueStatistic statistic, (int First, int Second) sizes, IReadOnlyList<Token> tokens, EffectMethods methods,
        PrintedPValue p, IReadOnlyList<TestMatch> matches)
    {
        bool isOfGroups = Has(tokens, first.First, statistic.End, Groups);
        bool isOverTime = Has(tokens, first.First, statistic.End, Times);
        return statistic.P.IsLogRank ? "it is that of another test"
            : isOverTime ? "the text may compare the same persons at two times, or with other variables"
            : sizes.First == sizes.Second && !isOfGroups ? "of equally many values the comparison may be within pairs"
            : methods.HasRankTests ? "the paper has tests of ranks, which these numbers do not bound"
            : methods.HasModelsOfMeans ? "the paper compares means within persons or with other variables"
            : methods.HasOtherScales ? "the paper compares values on another scale"
            : methods.HasOtherIntervals ? "the paper has other methods than tests of means"
            : methods.IsCorrected && p.Range.High > matches.Max(match => match.P.High) ? "the paper corrects for the number of tests"
            : methods.HasMargins ? "the paper tests against a margin"
            : null;
    }

    private static bool Has(IReadOnlyList<Token> tokens, int first, int end, string[] words)
    {
        for (int i = Math.Max(0, first - 20); i < Math.Min(tokens.Count, end); i++)
        {
            if (tokens[i].Kind == TokenKind.Word && Array.IndexOf(words, tokens[i].Key) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
