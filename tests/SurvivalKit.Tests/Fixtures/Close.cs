using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>
/// Compares with R at a relative 1e-8; where R has no value, ours has none either. A number near 0 that is left over of a sum has its
/// digits from the size of what was summed: such a comparison names that size, and only such a one may differ from 0.
/// </summary>
internal static class Close
{
    public const double Relative = 1e-8;

    // The distance from 1 to the next double: what each addition may lose of the size of what it adds.
    private const double Epsilon = 1 / (double)(1L << 52);

    public static void To(JsonNode? expected, double actual, string what, double relative = Relative, double summed = 0)
    {
        if (expected is null)
        {
            Assert.False(double.IsFinite(actual), $"{what}: R has no value, ours is {actual:R}.");
            return;
        }

        To(expected.GetValue<double>(), actual, what, relative, summed);
    }

    /// <summary>Compares two numbers.</summary>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="what">Which number that is, for the message.</param>
    /// <param name="relative">The largest difference, as a share of what is right.</param>
    /// <param name="summed">The sum of the sizes of the numbers that were summed, where their sum may be near 0.</param>
    public static void To(double expected, double actual, string what, double relative = Relative, double summed = 0) =>
        Assert.True(
            Math.Abs(expected - actual) <= (relative * Math.Abs(expected)) + (Epsilon * summed),
            $"{what}: expected {expected:R}, was {actual:R}, relative difference {Math.Abs(expected - actual) / Math.Abs(expected):E1}.");

    public static void To(JsonNode? expected, IEnumerable<double> actual, string what, double relative = Relative)
    {
        JsonArray all = expected!.AsArray();
        double[] values = [.. actual];
        Assert.True(all.Count == values.Length, $"{what}: expected {all.Count} values, got {values.Length}.");
        for (int i = 0; i < values.Length; i++)
        {
            To(all[i], values[i], $"{what}[{i}]", relative);
        }
    }
}
