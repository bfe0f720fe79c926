namespace SurvivalKit.TextCheck;

/// <content>Zeros and ones: DEBIT.</content>
public static partial class MeanArithmetic
{
    /// <summary>DEBIT (Heathers and Brown 2019): whether a standard deviation agrees with the mean of zeros and ones, which determines it:
    /// sqrt(n / (n - 1) m (1 - m)).</summary>
    /// <param name="mean">The printed mean, a proportion from 0 to 1.</param>
    /// <param name="standardDeviation">The printed standard deviation.</param>
    /// <param name="count">The number of values, 2 or more.</param>
    /// <returns><see cref="Verdict.Recomputed"/> or <see cref="Verdict.Rounding"/> with the number of ones as the method, else
    /// <see cref="Verdict.Inconsistent"/>.</returns>
    /// <exception cref="SurvivalDataException">The number of values is below 2.</exception>
    public static Judgement Debit(PrintedNumber mean, PrintedNumber standardDeviation, int count)
    {
        Given.AtLeast(count, 2, "number of values");
        (double Ones, RoundingRule Rule)[] sums = [.. Sums(mean, count).Where(pair => pair.Sum >= 0 && pair.Sum <= count)];
        if (sums.Length == 0)
        {
            Judgement grim = Grim(mean, count);
            return grim.Verdict == Verdict.Inconsistent ? grim : new(
                Verdict.Inconsistent, $"Zeros and ones have no mean of {mean.Text()}.", null, WholeNumberMethods.Debit,
                "Their mean is from 0 to 1.");
        }

        var fitting =
            from pair in sums
            let sd = OfOnes(pair.Ones)
            let rule = Rounding.RuleThatPrints(sd, standardDeviation.Value, standardDeviation.Decimals)
            where rule is not null
            orderby Weaker(pair.Rule, rule.Value)
            select (pair.Ones, Deviation: sd, Rule: Weaker(pair.Rule, rule.Value));
        foreach ((double ones, double sd, RoundingRule rule) in fitting)
        {
            string method = $"{Whole(ones)} ones of {count}";
            string when = rule == RoundingRule.HalfUp ? "" : $", which fits {ArithmeticText.Words(rule)}";
            return Judgement.Under(
                rule, $"{method} have an SD of {ArithmeticText.Fixed(sd, standardDeviation.Decimals + 2)}{when}.", sd, method);
        }

        double nearest = sums.Select(pair => OfOnes(pair.Ones)).MinBy(sd => Math.Abs(sd - (double)standardDeviation.Value));
        return new(
            Verdict.Inconsistent, $"{count} zeros and ones with a mean of {mean.Text()} do not have an SD of {standardDeviation.Text()}.",
            nearest, WholeNumberMethods.Debit,
            $"sqrt({count}/{count - 1} x {mean.Text()} x (1 - {mean.Text()})) = {ArithmeticText.Fixed(OfOnes((double)mean.Value * count), standardDeviation.Decimals + 2)}; "
            + $"the nearest SD that a whole number of ones gives is {ArithmeticText.Fixed(nearest, standardDeviation.Decimals + 2)}.");

        double OfOnes(double ones) => Math.Sqrt(ones * (count - ones) / ((double)count * (count - 1)));
    }
}
