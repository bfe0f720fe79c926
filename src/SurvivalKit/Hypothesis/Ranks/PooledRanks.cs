namespace SurvivalKit;

/// <summary>The ranks of the values of several samples in all of them together; equal values share the mean of their ranks.</summary>
internal sealed class PooledRanks
{
    private PooledRanks(double[] sums, int[] counts, double ties)
    {
        Sums = sums;
        Counts = counts;
        TieSum = ties;
    }

    /// <summary>The sum of the ranks of each sample.</summary>
    public double[] Sums { get; }

    /// <summary>The number of values of each sample.</summary>
    public int[] Counts { get; }

    /// <summary>The sum of t^3 - t over the numbers t of equal values.</summary>
    public double TieSum { get; }

    /// <summary>Ranks samples; missing values (not a number) are left out.</summary>
    /// <exception cref="SurvivalDataException">A sample has no value.</exception>
    public static PooledRanks Of(IReadOnlyList<IEnumerable<double>> samples)
    {
        (double Value, int Sample)[] all =
        [
            .. samples.SelectMany((values, sample) => values.Where(value => !double.IsNaN(value)).Select(value => (value, sample)))
                .OrderBy(pair => pair.value),
        ];
        int[] counts = [.. samples.Select((_, sample) => all.Count(pair => pair.Sample == sample))];
        if (counts.Any(count => count == 0))
        {
            throw new SurvivalDataException("A sample has no value; one or more was expected.");
        }

        double[] sums = new double[counts.Length];
        double ties = 0;
        for (int first = 0, next; first < all.Length; first = next)
        {
            next = first + 1;
            while (next < all.Length && all[next].Value == all[first].Value)
            {
                next++;
            }

            double equal = next - first;
            ties += (equal * equal * equal) - equal;
            for (int place = first; place < next; place++)
            {
                sums[all[place].Sample] += (first + next + 1) / 2.0;
            }
        }

        return new PooledRanks(sums, counts, ties);
    }
}
