namespace SurvivalKit.TextCheck;

/// <summary>The values that agree with a printed number.</summary>
internal static class PrintedRanges
{
    /// <summary>Those that are rounded to it.</summary>
    public static ValueRange Near(this PrintedNumber number) => ValueRange.PrintedAs(number);

    /// <summary>Those that are rounded or truncated to it.</summary>
    public static ValueRange Either(this PrintedNumber number)
    {
        ValueRange near = ValueRange.PrintedAs(number, RoundingRule.HalfUp);
        ValueRange cut = ValueRange.PrintedAs(number, RoundingRule.Truncation);
        return new(Math.Min(near.Low, cut.Low), Math.Max(near.High, cut.High));
    }

    /// <summary>The interval without what is below 0, where a quantity cannot be.</summary>
    public static ValueRange NotNegative(this ValueRange range) => new(Math.Max(0, range.Low), Math.Max(0, range.High));

    /// <summary>Whether a number follows from values that were read in one of two ways, and by which rule.</summary>
    /// <param name="printed">The number.</param>
    /// <param name="near">The result from rounded numbers.</param>
    /// <param name="either">The result from rounded or truncated numbers.</param>
    public static RoundingRule? RuleFor(this PrintedNumber printed, ValueRange near, ValueRange either) =>
        near.Overlaps(printed.Near()) ? RoundingRule.HalfUp
        : near.Overlaps(printed.Either()) || either.Overlaps(printed.Either()) ? RoundingRule.Truncation
        : null;
}
