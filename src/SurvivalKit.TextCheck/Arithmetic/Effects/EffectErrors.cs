namespace SurvivalKit.TextCheck;

/// <summary>Whether an interval is as wide as the standard error, or the number of pairs of a correlation, has it.</summary>
internal static class EffectErrors
{
    // What other formulas of the standard error of a correlation differ by.
    private const double Allowance = 1.15;
    private const int FewestPairs = 10;

    /// <summary>An interval of another width; <see langword="null"/>: nothing is wrong, or one of them is not printed.</summary>
    public static Judgement? Problem(EffectNumbers numbers, EffectContext context)
    {
        if (numbers.Interval is not { } interval || context.HasOtherErrors || context.MayBeAsymmetric
            || numbers.Region(context.Scale, PrintedRanges.Either) is not { IsEmpty: false } region)
        {
            return null;
        }

        (string l, string u) = (interval.Lower.Text(), interval.Upper.Text());
        if (context.Scale == EffectScale.Plain && numbers.StandardError is { Value: > 0 } error)
        {
            ValueRange quantiles = StudentRange.Quantiles(interval.Level, context.LeastFreedom);
            ValueRange errors = error.Either().NotNegative();
            var needed = new ValueRange(errors.Low * quantiles.Low, errors.High * quantiles.High);
            return region.HalfWidth.Overlaps(needed) ? null : new(
                Verdict.Inconsistent,
                $"The interval {l} to {u} is not as wide as the standard error {error.Text()} has it.",
                null,
                "half the width of the interval in standard errors",
                $"Half the width is {ArithmeticText.Span(region.HalfWidth, interval.Lower.Decimals + 1)}; "
                + $"{ArithmeticText.Fixed(quantiles.Low, 2)} to {ArithmeticText.Fixed(quantiles.High, 2)} standard errors are {ArithmeticText.Span(needed, interval.Lower.Decimals + 1)}.");
        }

        if (context.Scale == EffectScale.FisherZ && numbers.Pairs.Count > 0 && numbers.Pairs.All(pairs => pairs >= FewestPairs))
        {
            ValueRange[] widths = [.. numbers.Pairs.Select(pairs => CorrelationTests.HalfWidths(numbers.Size, pairs, interval.Level))];
            bool isPossible = widths.Any(width => region.HalfWidth.Overlaps(new(width.Low / Allowance, width.High * Allowance)));
            return isPossible ? null : new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"The interval {l} to {u} is not as wide as that of a correlation of {numbers.Pairs[0]} pairs."),
                null,
                "half the width of the interval on the scale of Fisher's z",
                $"On the scale of Fisher's z half the width is {ArithmeticText.Span(region.HalfWidth, 3)}; "
                + $"with the standard error 1/sqrt(n - 3) it is {ArithmeticText.Span(widths[0], 3)}.");
        }

        return null;
    }
}
