using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Gives a test statistic with its P value a verdict.</summary>
internal static class TestStatisticJudge
{
    private const int MostDegreesTried = 10;

    /// <summary>Whether the P value is that of the statistic.</summary>
    public static Judgement Judge(TestStatistic test, TextMethods methods)
    {
        if (TextJudge.PrintedP(test.P) is not { } p)
        {
            return Judgement.NotCheckable("No P value from 0 to 1 is printed beside this statistic.");
        }

        StatisticKind kind = test.Kind switch
        {
            TextStatisticKind.ChiSquare => StatisticKind.ChiSquare,
            TextStatisticKind.StudentT => StatisticKind.T,
            TextStatisticKind.FRatio => StatisticKind.F,
            _ => StatisticKind.Z,
        };
        if (kind == StatisticKind.Z)
        {
            return Check(new PrintedStatistic(kind, test.Value), p);
        }

        if (test.FirstDf is not { Value: > 0 } first || (kind == StatisticKind.F && test.SecondDf is not { Value: > 0 }))
        {
            return WithoutDf(kind, test, p);
        }

        Judgement result = Check(
            new PrintedStatistic(kind, test.Value, (double)first.Value, (double)(test.SecondDf?.Value ?? 0)), p);
        return kind == StatisticKind.F && methods.HasCorrectedF && result.Verdict == Verdict.Inconsistent
            ? result with
            {
                Verdict = Verdict.NotCheckable,
                DecisionError = null,
                Sentence = $"{result.Sentence} The text names a correction of the degrees of freedom, under which P is another.",
            }
            : result;
    }

    private static Judgement Check(PrintedStatistic statistic, PrintedPValue p)
    {
        Judgement result = StatisticArithmetic.Check(statistic, p);
        return result.Verdict == Verdict.Inconsistent ? Significance.With(result, p, StatisticArithmetic.P(statistic)) : result;
    }

    /// <summary>Degrees of freedom that are not printed can be any; which of them would give the P value is worth saying.</summary>
    private static Judgement WithoutDf(StatisticKind kind, TestStatistic test, PrintedPValue p)
    {
        string[] fitting = kind != StatisticKind.ChiSquare || test.Value.Value < 0
            ? []
            : [.. Enumerable.Range(1, MostDegreesTried)
                .Where(df => StatisticArithmetic.Check(new PrintedStatistic(kind, test.Value, df), p).Verdict != Verdict.Inconsistent)
                .Select(df => df.ToString(CultureInfo.InvariantCulture))];
        return Judgement.NotCheckable(fitting.Length > 0
            ? $"The degrees of freedom are not printed; {string.Join(" or ", fitting)} would give {p.Text}."
            : "The degrees of freedom are not printed beside this statistic.");
    }
}
