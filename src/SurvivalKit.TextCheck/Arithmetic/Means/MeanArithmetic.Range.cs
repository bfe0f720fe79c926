namespace SurvivalKit.TextCheck;

/// <content>A mean and a standard deviation within a range.</content>
public static partial class MeanArithmetic
{
    /// <summary>Whether values from a minimum to a maximum, both attained, can have a mean.</summary>
    /// <param name="mean">The printed mean.</param>
    /// <param name="least">The printed minimum.</param>
    /// <param name="greatest">The printed maximum.</param>
    /// <param name="count">The number of values, 2 or more.</param>
    /// <exception cref="SurvivalDataException">The number of values is below 2.</exception>
    public static Judgement MeanWithinRange(PrintedNumber mean, PrintedNumber least, PrintedNumber greatest, int count)
    {
        Given.AtLeast(count, 2, "number of values");
        if (Within(PrintedRanges.Near))
        {
            return new(
                Verdict.NotCheckable,
                $"The mean lies within {least.Text()} to {greatest.Text()}, which does not determine it.",
                null,
                "the range");
        }

        if (Within(PrintedRanges.Either))
        {
            return Judgement.Under(
                RoundingRule.Truncation,
                $"The mean lies within {least.Text()} to {greatest.Text()} {ArithmeticText.Words(RoundingRule.Truncation)}.",
                null,
                "the range");
        }

        ValueRange possible = Possible(PrintedRanges.Near);
        return new(
            Verdict.Inconsistent, $"{count} values from {least.Text()} to {greatest.Text()} have no mean of {mean.Text()}.", null,
            "the range",
            $"With one value at each end the mean is from ({count - 1} x {least.Text()} + {greatest.Text()})/{count} to ({least.Text()} + {count - 1} x {greatest.Text()})/{count}, "
            + $"over rounding {ArithmeticText.Span(possible, mean.Decimals + 1)}.");

        bool Within(Func<PrintedNumber, ValueRange> read) => Possible(read).Overlaps(read(mean));
        ValueRange Possible(Func<PrintedNumber, ValueRange> read)
        {
            (ValueRange a, ValueRange b) = (read(least), read(greatest));
            return new((((count - 1) * a.Low) + b.Low) / count, (a.High + ((count - 1) * b.High)) / count);
        }
    }

    /// <summary>Whether values from a minimum to a maximum, both attained, can have a standard deviation.</summary>
    /// <remarks>
    /// At most sqrt(n / (n - 1) (b - m) (m - a)) (Bhatia and Davis 2000), half the range times sqrt(n / (n -
    /// 1)) where the mean is not known
    /// (Popoviciu 1935). At least where all other values are equal: with h half of the range and e the distance of the mean from its
    /// middle, 2 h^2 + 2 e^2 + 4 e^2 / (n - 2) is the least sum of squares.
    /// </remarks>
    /// <param name="standardDeviation">The printed standard deviation.</param>
    /// <param name="mean">The printed mean; <see langword="null"/>: not known, or a median is printed instead.</param>
    /// <param name="least">The printed minimum.</param>
    /// <param name="greatest">The printed maximum.</param>
    /// <param name="count">The number of values, 2 or more.</param>
    /// <exception cref="SurvivalDataException">The number of values is below 2.</exception>
    public static Judgement DeviationWithinRange(
        PrintedNumber standardDeviation, PrintedNumber? mean, PrintedNumber least, PrintedNumber greatest, int count)
    {
        Given.AtLeast(count, 2, "number of values");
        ValueRange near = DeviationsOf(mean, least, greatest, count, PrintedRanges.Near);
        if (near.Overlaps(standardDeviation.Near()))
        {
            return new(Verdict.NotCheckable, $"The range allows an SD {Bounds(near)}, which does not determine it.", null, "the range");
        }

        ValueRange either = DeviationsOf(mean, least, greatest, count, PrintedRanges.Either);
        if (either.Overlaps(standardDeviation.Either()))
        {
            return Judgement.Under(
                RoundingRule.Truncation, $"The range allows this SD {ArithmeticText.Words(RoundingRule.Truncation)}.", null, "the range");
        }

        string about = mean is { } m ? $" about a mean of {m.Text()}" : "";
        string most = mean is { } known
            ? $"sqrt({count}/{count - 1} x ({greatest.Text()} - {known.Text()}) x ({known.Text()} - {least.Text()}))"
            : $"sqrt({count}/{count - 1}) x ({greatest.Text()} - {least.Text()})/2";
        return new(
            Verdict.Inconsistent,
            $"{count} values from {least.Text()} to {greatest.Text()}{about} have no SD of {standardDeviation.Text()}.", null, "the range",
            $"The SD is {Bounds(near)}: at most {most}, at least with one value at each end and all others at one place.");

        string Bounds(ValueRange range) =>
            $"from {ArithmeticText.Fixed(range.Low, standardDeviation.Decimals + 1)} to {ArithmeticText.Fixed(range.High, standardDeviation.Decimals + 1)}";
    }

    private static ValueRange DeviationsOf(
        PrintedNumber? mean, PrintedNumber least, PrintedNumber greatest, int count, Func<PrintedNumber, ValueRange> read)
    {
        (ValueRange a, ValueRange b) = (read(least), read(greatest));
        double range = Math.Max(0, b.High - a.Low);
        double half = Math.Max(0, b.Low - a.High) / 2;
        double share = (double)count / (count - 1);
        double most = range / 2;
        double offset = 0;
        if (mean is { } printed)
        {
            ValueRange m = read(printed);
            ValueRange middle = (a + b) * 0.5;
            double at = Math.Clamp((a.Low + b.High) / 2, m.Low, m.High);
            most = Math.Sqrt(Math.Max(0, (b.High - at) * (at - a.Low)));
            offset = Math.Max(0, Math.Max(m.Low - middle.High, middle.Low - m.High));
        }

        double squares = (2 * half * half) + (2 * offset * offset) + (count > 2 ? 4 * offset * offset / (count - 2) : 0);
        return new(Math.Sqrt(squares / (count - 1)), Math.Sqrt(share) * most);
    }
}
