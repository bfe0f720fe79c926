namespace SurvivalKit;

/// <summary>What Stirling's formula leaves of the logarithm of the gamma function, log G(a) - (a - 1/2) log a + a - log(2 pi) / 2, as a
/// function of q = 1/a, with its derivatives by q; also at q = 0 (Abramowitz and Stegun 1964, 6.1.40).</summary>
internal static class StirlingRemainder
{
    // From here on the series is exact to the last digit.
    private const double Large = 20;

    public static (double Value, double First, double Second) At(double q)
    {
        if (q <= 1 / Large)
        {
            return Series(q);
        }

        // Down to a from a + n by the recurrence of the gamma function.
        double a = 1 / q;
        (double value, double first, double second) = (0, 0, 0);
        double c = a;
        for (; c < Large; c++)
        {
            double square = (c * c) + c;
            double log = SmallNumbers.LogOnePlus(1 / c);
            value += ((c + 0.5) * log) - 1;
            first += log - ((c + 0.5) / square);
            second += 0.5 / (square * square);
        }

        (double v, double f, double s) = Series(1 / c);

        // By a of a function of 1/a.
        first += -f / (c * c);
        second += ((s / c) + (2 * f)) / (c * c * c);
        return (value + v, -first * a * a, (second * a * a * a * a) + (2 * first * a * a * a));
    }

    private static (double Value, double First, double Second) Series(double q)
    {
        ReadOnlySpan<double> terms = [1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0];
        (double value, double first, double second) = (0, 0, 0);
        double square = q * q;
        for (int k = terms.Length - 1; k >= 0; k--)
        {
            int power = (2 * k) + 1;
            value = terms[k] + (value * square);
            first = (power * terms[k]) + (first * square);
            second = (power * (power - 1) * terms[k]) + (second * square);
        }

        // The sums are by even powers; the second derivative begins with q^-1 times 0.
        return (q * value, first, q == 0 ? 0 : second / q);
    }
}
