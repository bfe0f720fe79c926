namespace SurvivalKit;

/// <summary>The risks of the rows of a stratum at some coefficients, summed by time.</summary>
/// <remarks>A row has the risk r = w exp(b'x + offset) with centred and scaled columns x. For each time there are the sums of r, of r x_j,
/// and of r x_j x_k (k up to j), <see cref="Width"/> numbers one after the other.</remarks>
/// <param name="Ended">The rows that end at each time of <see cref="SummedStratum.Time"/>, from <see cref="First"/> on.</param>
/// <param name="Tied">Those of them with the event.</param>
/// <param name="Entered">The rows that start at each time of <see cref="SummedStratum.EntryTime"/>, from <see cref="FirstEntry"/>
/// on.</param>
internal sealed record SummedRisks(double[] Ended, double[] Tied, double[] Entered)
{
    /// <summary>The place of the first time.</summary>
    public int First { get; init; }

    /// <summary>The place of the first start.</summary>
    public int FirstEntry { get; init; }

    /// <summary>How many sums there are for a number of columns.</summary>
    public static int Width(int columns) => 1 + columns + (columns * (columns + 1) / 2);

    /// <summary>The place of the sum of r x_j x_k, for k up to j.</summary>
    public static int Square(int columns, int j, int k) => 1 + columns + (j * (j + 1) / 2) + k;
}
