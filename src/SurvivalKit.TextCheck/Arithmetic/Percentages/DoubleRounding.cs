namespace SurvivalKit.TextCheck;

/// <summary>A percentage that was rounded twice: 54.545 to 54.55, and that to 54.6.</summary>
internal static class DoubleRounding
{
    private const int MostDecimals = 8;

    /// <summary>The softer verdict where one decimal more, rounded first, prints as the percentage; <see langword="null"/>: it does
    /// not.</summary>
    /// <param name="count">The count.</param>
    /// <param name="percent">The printed percentage.</param>
    /// <param name="of">The number that it is of, more than 0.</param>
    public static Judgement? Of(int count, PrintedNumber percent, int of)
    {
        if (of <= 0 || percent.Decimals > MostDecimals)
        {
            return null;
        }

        decimal value = 100m * count / of;
        decimal once = Math.Round(value, percent.Decimals + 1, MidpointRounding.AwayFromZero);
        return Math.Round(once, percent.Decimals, MidpointRounding.AwayFromZero) != percent.Value ? null : new Judgement(
            Verdict.NotCheckable,
            FormattableString.Invariant(
                $"{count} of {of} is {Math.Round(value, percent.Decimals + 2)}%, which prints as {percent.Value} only when it is rounded twice, to {once} first."),
            (double)value,
            "rounded twice");
    }
}
