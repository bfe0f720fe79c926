namespace SurvivalKit.TextCheck;

/// <summary>Refuses numbers that are outside the range in which the arithmetic is defined.</summary>
internal static class Given
{
    /// <summary>Refuses a number below the least that is possible.</summary>
    /// <exception cref="SurvivalDataException">It is below, or not a number.</exception>
    public static void AtLeast(double value, double least, string what)
    {
        if (!(value >= least))
        {
            throw Refusal(value, what, FormattableString.Invariant($"{least:R} or more was"));
        }
    }

    /// <summary>Refuses a number that is not above a bound.</summary>
    /// <exception cref="SurvivalDataException">It is not above, or not a number.</exception>
    public static void Above(double value, double bound, string what)
    {
        if (!(value > bound))
        {
            throw Refusal(value, what, FormattableString.Invariant($"a number above {bound:R} was"));
        }
    }

    /// <summary>Refuses a number outside a closed interval.</summary>
    /// <exception cref="SurvivalDataException">It is outside, or not a number.</exception>
    public static void Within(double value, double least, double most, string what)
    {
        if (!(value >= least && value <= most))
        {
            throw Refusal(value, what, FormattableString.Invariant($"a number from {least:R} to {most:R} was"));
        }
    }

    /// <summary>Refuses a confidence level that is not between 0 and 1.</summary>
    /// <exception cref="SurvivalDataException">It is not between.</exception>
    public static void Level(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw Refusal(level, "confidence level", "a number between 0 and 1 was");
        }
    }

    private static SurvivalDataException Refusal(double value, string what, string expected) =>
        new(FormattableString.Invariant($"The {what} is {value:R}; {expected} expected."));
}
