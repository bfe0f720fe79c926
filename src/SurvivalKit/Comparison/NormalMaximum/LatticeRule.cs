namespace SurvivalKit;

/// <summary>Integrates over the unit cube on an embedded lattice of 2^m points (Cools, Kuo and Nuyens 2006),
/// folded so that the integrand is
/// periodic, and shifted eight times by fixed amounts; the spread of the eight results estimates the error. The same integrand always gives
/// the same result.</summary>
internal static class LatticeRule
{
    /// <summary>The greatest number of dimensions.</summary>
    public static int MaxDimensions => Generator.Length;

    private const int Shifts = 8;
    private const int FewestPoints = 1 << 8;
    private const int MostPoints = 1 << 16;

    private static ReadOnlySpan<int> Generator =>
        [
            1, 182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199, 408519, 391023, 246327, 126539, 399185, 461527,
            300343, 69681, 516695, 436179
        ];

    /// <summary>Integrates until the error is small enough or the points are used up.</summary>
    /// <param name="box">The integrand.</param>
    /// <param name="accuracy">The absolute error to reach.</param>
    /// <returns>The integral, and an estimate of its error that is seldom exceeded (three and a half standard errors).</returns>
    public static (double Value, double Error) Integrate(ConditionedBox box, double accuracy)
    {
        int dimensions = box.Dimensions;
        Span<double> values = stackalloc double[dimensions + 1];
        if (dimensions == 0)
        {
            return (box.At([], values), 0);
        }

        Span<double> sums = stackalloc double[Shifts];
        Span<double> point = stackalloc double[dimensions];
        for (int points = FewestPoints, step = 1; ; points *= 2, step = 2)
        {
            // Doubling the points keeps those before and adds the odd ones between them.
            for (int i = step - 1; i < points; i += step)
            {
                for (int shift = 0; shift < Shifts; shift++)
                {
                    Place(point, i, points, shift);
                    sums[shift] += box.At(point, values);
                }
            }

            (double value, double error) = Summary(sums, points);
            if (error <= accuracy || points == MostPoints)
            {
                return (value, error);
            }
        }
    }

    private static void Place(Span<double> point, int i, int points, int shift)
    {
        for (int d = 0; d < point.Length; d++)
        {
            double x = (double)((long)i * Generator[d] % points) / points;

            // The shifts are multiples of an irrational number, a different one in each dimension.
            double moved = x + ((shift + 0.5) * Math.Sqrt(d + 2) * 0.7548776662466927);
            point[d] = Math.Abs((2 * (moved - Math.Floor(moved))) - 1);
        }
    }

    private static (double Value, double Error) Summary(ReadOnlySpan<double> sums, int points)
    {
        double mean = 0;
        foreach (double sum in sums)
        {
            mean += sum / points / Shifts;
        }

        double squares = 0;
        foreach (double sum in sums)
        {
            squares += ((sum / points) - mean) * ((sum / points) - mean);
        }

        return (mean, 3.5 * Math.Sqrt(squares / (Shifts * (Shifts - 1))));
    }
}
