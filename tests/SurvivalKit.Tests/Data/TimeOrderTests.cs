namespace SurvivalKit.Tests;

/// <summary>The order of times, against a comparison sort.</summary>
public sealed class TimeOrderTests
{
    public static TheoryData<string, int> Kinds => new MatrixTheoryData<string, int>(
        ["spread", "tied", "one time", "sorted", "reversed", "close together", "negative", "of all sizes", "tied and of all sizes"], [
            0, 1, 2, 511, 512, 5000, 140_000
        ]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_the_stable_order(string kind, int n) => RandomSeed.Run(seed =>
    {
        double[] values = Values(kind, n, new Random(seed));

        int[] order = RadixSort.Order(values, out double[] sorted);

        Assert.Equal(Enumerable.Range(0, n).OrderBy(i => values[i]), order);
        Assert.Equal(values.Order(), sorted);
    });

    [Fact]
    public void Regrouping_keeps_the_order_within_a_group()
    {
        (int[] rows, int[] starts) = TimeOrder.Regroup([4, 2, 0, 1, 3], [1, 0, 1, 0, 2], 3);

        Assert.Equal([1, 3, 2, 0, 4], rows);
        Assert.Equal([0, 2, 4, 5], starts);
    }

    private static double[] Values(string kind, int n, Random random) =>
        [.. Enumerable.Range(0, n).Select(i => kind switch
        {
            "tied" => random.Next(20),
            "one time" => 3.25,
            "sorted" => i / 7.0,
            "reversed" => (n - i) / 7.0,
            "close together" => 1 + (random.Next(1000) * 1e-15),
            "negative" => random.NextDouble() - 0.5,
            // Too many bits for complete keys, and long runs with equal keys.
            "tied and of all sizes" => Math.Exp(random.Next(40) - 20) * (1 + (random.Next(3) * 1e-15)),
            "of all sizes" => Math.Exp(60 * (random.NextDouble() - 0.5)) * (random.Next(2) - 0.5),
            _ => -Math.Log(random.NextDouble()),
        })];
}
