namespace SurvivalKit.TextCheck;

/// <summary>
/// Whether an estimate outside the interval behind it is bound to it: <c>survival was 54% (95% CI 55-70)</c>. In <c>62% at 5 years (95% CI
/// 55-69)</c> the number before the bracket is a time, in <c>54% against 62% (95% CI 2-14)</c> one of two that are compared.
/// </summary>
internal static class NamedEstimate
{
    private const int MostBetween = 9;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "survival", "os", "pfs", "dfs", "efs", "rfs", "dss", "css", "lrfs", "dmfs", "rate", "rates", "proportion", "prevalence",
        "incidence", "probability", "mean", "sensitivity", "specificity", "accuracy", "auc", "c-index", "c-statistic", "kappa", "ppv",
        "npv", "mortality",
        "difference", "reduction", "increase", "risk", "control", "recurrence", "relapse",
    };

    /// <summary>Whether nothing but the name, words and a link stand before the number, and nothing but its unit behind it.</summary>
    public static bool IsBound(IReadOnlyList<Token> tokens, EstimateStatistic estimate)
    {
        (int first, IntervalPart ends) = (FirstOf(tokens, estimate), estimate.Interval);
        if (ends.Meaning != IntervalMeaning.Confidence || OtherPrint.IsNegative(estimate.Value, ends)
            || OtherPrint.IsHundredfold(estimate.Value, ends) || IsTimeBehind(tokens, first)
            || !(Key(tokens, first - 1) is "was" or "is" or "of" or "=" or ":" or "were" || Names.Contains(Key(tokens, first - 1))))
        {
            return false;
        }

        for (int i = first - 1; i >= Math.Max(0, first - MostBetween); i--)
        {
            string key = tokens[i].Key;
            if (Names.Contains(key))
            {
                return !HasOtherWithin(tokens, i, ends);
            }

            bool isOther = tokens[i].Kind == TokenKind.Number && Key(tokens, i + 1) != "-" && !IsTime(Key(tokens, i + 1));
            if (isOther || key is "." or ";" or "vs" or "versus" or "ci" or "between" or "median" or "than")
            {
                return false;
            }
        }

        return false;
    }

    private static int FirstOf(IReadOnlyList<Token> tokens, EstimateStatistic estimate) =>
        tokens[estimate.First].Kind == TokenKind.Number || tokens[estimate.First].Key == "-" ? estimate.First : -1;

    private static bool IsTimeBehind(IReadOnlyList<Token> tokens, int first)
    {
        int behind = first + (Key(tokens, first) == "-" ? 2 : 1);
        return IsTime(Key(tokens, behind)) || Key(tokens, behind) is "patients";
    }

    private static bool IsTime(string key) =>
        key is "year" or "years" or "month" or "months" or "week" or "weeks" or "day" or "days" or "hours";

    /// <summary>Whether an earlier number of the sentence lies within the interval, which may then be its own.</summary>
    private static bool HasOtherWithin(IReadOnlyList<Token> tokens, int at, IntervalPart ends)
    {
        for (int i = at - 1; i >= 0 && !TextSentences.IsEnd(tokens, i); i--)
        {
            decimal value = tokens[i].Number.Value;
            if (tokens[i].Kind == TokenKind.Number && value >= ends.Lower.Value && value <= ends.Upper.Value
                && tokens[i + 1].Key is not "-")
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(IReadOnlyList<Token> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Key : "";
}
