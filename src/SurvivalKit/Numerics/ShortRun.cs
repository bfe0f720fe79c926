namespace SurvivalKit;

/// <summary>A stable comparison sort for runs too short for a radix sort.</summary>
internal static class ShortRun
{
    private const int LongestForInsertion = 24;

    /// <summary>Orders values and the rows they belong to; the rows of equal values are in increasing order.</summary>
    public static void Sort(Span<double> values, Span<int> rows)
    {
        if (values.Length > LongestForInsertion)
        {
            values.Sort(rows);
            for (int from = 0; from < values.Length;)
            {
                int to = from + 1;
                for (; to < values.Length && values[to] == values[from]; to++)
                {
                }

                // The sort of the runtime is not stable.
                rows[from..to].Sort();
                from = to;
            }

            return;
        }

        for (int i = 1; i < values.Length; i++)
        {
            (double value, int row) = (values[i], rows[i]);
            int at = i;
            for (; at > 0 && values[at - 1] > value; at--)
            {
                (values[at], rows[at]) = (values[at - 1], rows[at - 1]);
            }

            (values[at], rows[at]) = (value, row);
        }
    }
}
