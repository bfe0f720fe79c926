namespace SurvivalKit;

/// <summary>Exact limits of a Poisson count (Garwood 1936), as R's <c>cipoisson</c>: the means at which as many or more, and as few or
/// fewer, have half the error probability.</summary>
public static class PoissonLimits
{
    /// <summary>The limits of the mean of a count.</summary>
    /// <param name="count">The count, 0 or more; it may be weighted.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="SurvivalDataException">The count is negative or not finite, or the level is not between 0 and 1.</exception>
    public static (double Lower, double Upper) Exact(double count, double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        if (!(count >= 0 && double.IsFinite(count)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"The limits of a count of {count} were asked for; a finite number of 0 or more was expected."));
        }

        double tail = (1 - level) / 2;
        return (count > 0 ? GammaQuantile.Of(count, tail, isUpper: false) : 0, GammaQuantile.Of(count + 1, tail, isUpper: true));
    }
}
