namespace SurvivalKit.TextCheck;

/// <summary>The denominators for which a count gives a printed percentage.</summary>
internal static class PercentDenominators
{
    /// <summary>Every whole number, rising, of which the count prints as the percentage under some rule of rounding; never ends where the
    /// count is 0 and so is the percentage.</summary>
    public static IEnumerable<int> That(int count, PrintedNumber percent)
    {
        ValueRange range = Possible(count, percent);
        double first = Math.Max(Math.Max(1, count), Math.Floor(range.Low));
        for (double n = first; n <= Math.Min(range.High + 1, int.MaxValue); n++)
        {
            if (Rounding.RuleThatPrints(100.0 * count / n, percent.Value, percent.Decimals) is not null)
            {
                yield return (int)n;
            }
        }
    }

    /// <summary>The interval that the denominator must be in, and the whole numbers in it.</summary>
    public static string Sentence(int count, PrintedNumber percent, string? whole)
    {
        string printed = $"{percent.Text()}%";
        if (percent.Value < 0 || ValueRange.PrintedAs(percent, RoundingRule.HalfUp).Low > 100)
        {
            return $"a percentage of a whole is from 0 to 100, not {printed}";
        }

        if (count == 0)
        {
            return $"0 of any number is 0%, not {printed}";
        }

        ValueRange nearest = Range(count, ValueRange.PrintedAs(percent, RoundingRule.HalfUp));
        ValueRange cut = Range(count, ValueRange.PrintedAs(percent, RoundingRule.Truncation));
        return FormattableString.Invariant(
            $"{printed} with a count of {count} needs a number from {nearest.Low:0.00} to {nearest.High:0.00} ({cut.Low:0.00} to {cut.High:0.00} when further decimals are cut off), ")
            + (whole is null ? "and no whole number is there" : $"which {whole} would be");
    }

    private static ValueRange Possible(int count, PrintedNumber percent)
    {
        if (count == 0)
        {
            return percent.Value == 0 ? new(1, double.PositiveInfinity) : new(1, 0);
        }

        ValueRange nearest = Range(count, ValueRange.PrintedAs(percent, RoundingRule.HalfUp));
        ValueRange cut = Range(count, ValueRange.PrintedAs(percent, RoundingRule.Truncation));
        return new(Math.Min(nearest.Low, cut.Low), Math.Max(nearest.High, cut.High));
    }

    private static ValueRange Range(int count, ValueRange percent) => percent.High <= 0
        ? new(1, 0)
        : new(100.0 * count / percent.High, percent.Low > 0 ? 100.0 * count / percent.Low : double.PositiveInfinity);
}
