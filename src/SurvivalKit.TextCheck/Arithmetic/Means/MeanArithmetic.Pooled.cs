namespace SurvivalKit.TextCheck;

/// <content>The total of groups.</content>
public static partial class MeanArithmetic
{
    /// <summary>Every mean that the total of groups can have.</summary>
    /// <param name="groups">The groups, one or more.</param>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static ValueRange PooledMean(IReadOnlyList<PrintedSample> groups) => Read(groups, PrintedRanges.Near).Mean;

    /// <summary>Every standard deviation (n - 1) that the total of groups can have.</summary>
    /// <param name="groups">The groups, one or more, of two values or more in all.</param>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static ValueRange PooledStandardDeviation(IReadOnlyList<PrintedSample> groups) =>
        Read(groups, PrintedRanges.Near).StandardDeviation;

    /// <summary>The least standard deviation that the total of groups has whatever their means are: the sum of squares within
    /// the groups over N - 1.</summary>
    /// <remarks>For rows that print a median instead of the mean.</remarks>
    /// <param name="groups">The groups, one or more, of two values or more in all; their means are not read.</param>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static double LeastTotalStandardDeviation(IReadOnlyList<PrintedSample> groups) =>
        Read(groups, PrintedRanges.Near) is var ranges ? Math.Sqrt(ranges.Within.Low / (ranges.Total - 1)) : 0;

    /// <summary>Checks the mean of a total against those of its groups.</summary>
    /// <param name="total">The printed mean of the total.</param>
    /// <param name="groups">The groups, which together are the total.</param>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static Judgement CheckPooledMean(PrintedNumber total, IReadOnlyList<PrintedSample> groups)
    {
        ValueRange near = PooledMean(groups);
        string sum = string.Join(" + ", groups.Select(group => $"{group.Count} x {group.Mean.Text()}"));
        return Pooled(total, near, Read(groups, PrintedRanges.Either).Mean, "pooled mean", $"({sum})/{groups.Sum(group => group.Count)}");
    }

    /// <summary>Checks the standard deviation of a total against the means and standard deviations of its groups.</summary>
    /// <param name="total">The printed standard deviation of the total.</param>
    /// <param name="groups">The groups, which together are the total.</param>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static Judgement CheckPooledStandardDeviation(PrintedNumber total, IReadOnlyList<PrintedSample> groups)
    {
        ValueRange near = PooledStandardDeviation(groups);
        string squares = string.Join(" + ", groups.Select(group => $"{group.Count - 1} x {group.StandardDeviation.Text()}^2"));
        return Pooled(
            total, near, Read(groups, PrintedRanges.Either).StandardDeviation, "pooled SD",
            $"sqrt(({squares} + the sum of n (mean - pooled mean)^2)/{groups.Sum(group => group.Count) - 1})");
    }

    /// <summary>Checks the standard deviation of a total against those of its groups alone, whatever the means are.</summary>
    /// <param name="total">The printed standard deviation of the total.</param>
    /// <param name="groups">The groups, which together are the total; their means are not read.</param>
    /// <returns><see cref="Verdict.Inconsistent"/> where the total varies less than within its groups, else
    /// <see cref="Verdict.NotCheckable"/>.</returns>
    /// <exception cref="SurvivalDataException">There is no group, or one is empty.</exception>
    public static Judgement CheckLeastStandardDeviation(PrintedNumber total, IReadOnlyList<PrintedSample> groups)
    {
        double least = LeastTotalStandardDeviation(groups);
        SampleRanges either = Read(groups, PrintedRanges.Either);
        string shown = ArithmeticText.Fixed(least, total.Decimals + 2);
        string squares = string.Join(" + ", groups.Select(group => $"{group.Count - 1} x {group.StandardDeviation.Text()}^2"));
        return total.Near().High >= least
            ? Judgement.NotCheckable(
                $"The groups alone give an SD of {shown} or more for the total; without their means it is not determined.")
            : total.Either().High >= Math.Sqrt(either.Within.Low / (either.Total - 1))
                ? Judgement.Under(
                    RoundingRule.Truncation,
                    $"The groups allow this SD of the total only {ArithmeticText.Words(RoundingRule.Truncation)}.",
                    least,
                    "the SDs of the groups")
                : new(
                    Verdict.Inconsistent,
                    $"An SD of {total.Text()} for the total is less than its groups alone give, whatever their means are.", least,
                    "the SDs of the groups",
                    $"sqrt(({squares})/{either.Total - 1}), over rounding {shown} or more; {total.Text()} is below.");
    }

    private static Judgement Pooled(PrintedNumber total, ValueRange near, ValueRange either, string method, string arithmetic)
    {
        string span = ArithmeticText.Span(near, total.Decimals + 2);
        return total.RuleFor(near, either) switch
        {
            { } rule => Judgement.Under(
                rule,
                $"The groups give {span} for the total{(rule == RoundingRule.HalfUp ? "" : $", which fits {ArithmeticText.Words(rule)}")}.",
                near.Middle, method),
            null => new(
                Verdict.Inconsistent, $"The groups give {span} for the total, not {total.Text()}.", near.Middle, method,
                $"{arithmetic} = {span} over rounding; the nearest admissible value is {ArithmeticText.Fixed((double)total.Value > near.High ? near.High : near.Low, total.Decimals)}."),
        };
    }

    private static SampleRanges Read(IReadOnlyList<PrintedSample> groups, Func<PrintedNumber, ValueRange> read)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return groups.Count > 0 && groups.All(group => group.Count > 0)
            ? new(groups, read)
            : throw new SurvivalDataException("One group or more, none of them empty, was expected.");
    }
}
