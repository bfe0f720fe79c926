using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>The remaining row sums of a table whose first columns are filled; the order of the rows does not matter.</summary>
internal static class RemainingRows
{
    /// <summary>A number for rows in increasing order.</summary>
    public static UInt128 Key(int[] sorted)
    {
        UInt128 key = 0;
        foreach (int value in sorted)
        {
            try
            {
                key = checked((key * 65_536) + (UInt128)value);
            }
            catch (OverflowException)
            {
                throw TooLarge();
            }
        }

        return key;
    }

    /// <summary>Fills the next column in every way, and gives the remaining row sums (in increasing order) with the logarithm of prod 1/x!
    /// of the column.</summary>
    public static void ForEachFill(int[] remaining, int columnTotal, Action<int[], double> use)
    {
        var left = (int[])remaining.Clone();
        var sorted = new int[left.Length];
        Fill(0, columnTotal, 0);

        void Fill(int row, int toPlace, double logProbability)
        {
            if (row == left.Length - 1)
            {
                if (toPlace <= left[row])
                {
                    left.CopyTo(sorted, 0);
                    sorted[row] -= toPlace;
                    Array.Sort(sorted);
                    use(sorted, logProbability - SpecialFunctions.FactorialLn(toPlace));
                }

                return;
            }

            int most = Math.Min(toPlace, left[row]);
            for (int count = 0; count <= most; count++)
            {
                left[row] -= count;
                Fill(row + 1, toPlace - count, logProbability - SpecialFunctions.FactorialLn(count));
                left[row] += count;
            }
        }
    }

    public static TableTooLargeException TooLarge() => new();
}
