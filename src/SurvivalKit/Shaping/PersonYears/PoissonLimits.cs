namespace SurvivalKit;

/// <summary>Exact limits of a Poisson count (Garwood 1936), as R's <c>cipoisson</c>: the means at which as many or more, and as few or
/// fewer, have half the error probability.</summary>
internal static class PoissonLimits
{
    /// <summary>The limits of the mean of a count.</summary>
    /// <param name="count">The count, which may be weighted.</param>
    /// <param name="level">The confidence level.</param>
    public static (double Lower, double Upper) Exact(double count, double level)
    {
        double tail = (1 - level) / 2;
        return (count > 0 ? GammaQuantile.Of(count, tail, isUpper: false) : 0, GammaQuantile.Of(count + 1, tail, isUpper: true));
    }
}
