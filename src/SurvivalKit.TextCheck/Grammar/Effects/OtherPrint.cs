namespace SurvivalKit.TextCheck;

/// <summary>Whether an estimate outside the two numbers behind it is within them where one of them is printed in another way.</summary>
internal static class OtherPrint
{
    /// <summary>Whether it is within with the other sign.</summary>
    public static bool IsNegative(PrintedNumber value, IntervalPart ends) => IsWithin(value with { Value = -value.Value }, ends);

    /// <summary>Whether one may be a percentage and the other a share, which is not above 1.</summary>
    public static bool IsHundredfold(PrintedNumber value, IntervalPart ends) =>
        (Math.Abs(value.Value) <= 1 && value.Value * 100 >= ends.Lower.Value && value.Value * 100 <= ends.Upper.Value)
        || (ends is { Lower.Value: >= -1, Upper.Value: <= 1 }
            && value.Value / 100 >= ends.Lower.Value && value.Value / 100 <= ends.Upper.Value);

    /// <summary>Whether the second end can be negative, the dash before it being its sign too.</summary>
    public static bool IsDash(PrintedNumber value, IntervalPart ends) =>
        ends is { Lower.Value: < 0, Upper.Value: > 0 } && ends.Lower.Value <= -ends.Upper.Value
        && IsWithin(value, ends with { Upper = ends.Upper with { Value = -ends.Upper.Value } });

    /// <summary>Whether values that round to the number lie between those that round to the ends.</summary>
    public static bool IsWithin(PrintedNumber value, IntervalPart ends) => ValueRange.PrintedAs(value)
        .Overlaps(new(ValueRange.PrintedAs(ends.Lower).Low, ValueRange.PrintedAs(ends.Upper).High));
}
