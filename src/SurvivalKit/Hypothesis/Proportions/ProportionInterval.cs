using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Confidence intervals of a proportion, and of the difference of two: Clopper and Pearson 1934; Wilson 1927, as R's
/// <c>prop.test</c> without continuity correction; Newcombe 1998, method 10.</summary>
/// <example><code>
/// (double lower, double upper) = ProportionInterval.ClopperPearson(8, 14);
/// </code></example>
public static class ProportionInterval
{
    /// <summary>The exact interval, as R's <c>binom.test</c>: the proportions that neither tail of the binomial distribution refuses. It
    /// covers
    /// at least the level, mostly more.</summary>
    /// <param name="events">How many had the event.</param>
    /// <param name="n">Of how many.</param>
    /// <param name="level">The confidence level.</param>
    /// <exception cref="SurvivalDataException">The counts are not 0 to n with n above 0, or the level is not between 0 and 1.</exception>
    public static (double Lower, double Upper) ClopperPearson(int events, int n, double level = 0.95)
    {
        Check(events, n, level);
        double tail = (1 - level) / 2;
        return (
            events == 0 ? 0 : BetaQuantile(tail, events, n - events + 1),
            events == n ? 1 : 1 - BetaQuantile(tail, n - events, events + 1));
    }

    /// <summary>The score interval: the proportions that a z test with their own standard error does not refuse.</summary>
    /// <param name="events">How many had the event.</param>
    /// <param name="n">Of how many.</param>
    /// <param name="level">The confidence level.</param>
    /// <exception cref="SurvivalDataException">The counts are not 0 to n with n above 0, or the level is not between 0 and 1.</exception>
    public static (double Lower, double Upper) Wilson(int events, int n, double level = 0.95)
    {
        Check(events, n, level);
        double z = ConfidenceLevel.NormalQuantile(level);
        double square = z * z;
        double middle = events + (square / 2);
        double half = z * Math.Sqrt(((double)events * (n - events) / n) + (square / 4));

        // At the ends the limit is exact, which the subtraction of equal numbers is not.
        return (events == 0 ? 0 : (middle - half) / (n + square), events == n ? 1 : (middle + half) / (n + square));
    }

    /// <summary>The interval of a difference of two independent proportions, the first less the second, from the Wilson limits of
    /// both.</summary>
    /// <param name="events">How many of the first had the event.</param>
    /// <param name="n">Of how many.</param>
    /// <param name="otherEvents">How many of the second had the event.</param>
    /// <param name="otherN">Of how many.</param>
    /// <param name="level">The confidence level.</param>
    /// <exception cref="SurvivalDataException">The counts are not 0 to n with n above 0, or the level is not between 0 and 1.</exception>
    public static (double Lower, double Upper) Newcombe(int events, int n, int otherEvents, int otherN, double level = 0.95)
    {
        (double lower, double upper) = Wilson(events, n, level);
        (double otherLower, double otherUpper) = Wilson(otherEvents, otherN, level);
        double first = (double)events / n;
        double second = (double)otherEvents / otherN;
        return (
            first - second - double.Hypot(first - lower, otherUpper - second),
            first - second + double.Hypot(upper - first, second - otherLower));
    }

    // Halves the interval that holds the quantile until no number lies between its ends: every digit, for any counts.
    private static double BetaQuantile(double probability, double a, double b)
    {
        double low = 0;
        double high = 1;
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (SpecialFunctions.BetaRegularized(a, b, middle) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    private static void Check(int events, int n, double level)
    {
        ConfidenceLevel.Check(level);
        if (n < 1 || events < 0 || events > n)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A proportion of {events} in {n} was given; a count from 0 to its total, which is 1 or more, was expected."));
        }
    }
}
