namespace SurvivalKit.Benchmarks;

/// <summary>The difference of two lists of numbers.</summary>
internal static class Agreement
{
    /// <summary>The largest difference that counts as agreement: 1e-8 of the number, or of the largest one.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>The largest relative difference; 0 where both have no number, infinite where one side has a number and
    /// the other has none.</summary>
    /// <param name="ours">Our numbers.</param>
    /// <param name="theirs">R's.</param>
    /// <param name="scale">The scale of a difference.</param>
    public static double LargestDifference(ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs, DifferenceScale scale)
    {
        if (ours.Length != theirs.Length)
        {
            return double.PositiveInfinity;
        }

        double size = 0;
        foreach (double value in theirs)
        {
            size = double.IsFinite(value) ? Math.Max(size, Math.Abs(value)) : size;
        }

        double largest = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            double against = scale == DifferenceScale.EachNumber ? Math.Abs(theirs[i]) : size;
            largest = Math.Max(largest, Difference(ours[i], theirs[i], against));
        }

        return largest;
    }

    private static double Difference(double ours, double theirs, double against)
    {
        if (ours == theirs || (double.IsNaN(ours) && double.IsNaN(theirs)))
        {
            return 0;
        }

        double difference = Math.Abs(ours - theirs) / against;
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
