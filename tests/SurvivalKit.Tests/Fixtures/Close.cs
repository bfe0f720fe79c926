using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>
/// Compares with R at a relative 1e-8; where R has no value, ours must have none. A number near 0 that is the result of a sum has an
/// error relative to the size of the terms: such a comparison gives that size, and only such a one may differ from 0.
/// </summary>
internal static class Close
{
    public const double Relative = 1e-8;

    // The distance from 1 to the next double: the largest relative rounding error of an addition.
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
    /// <param name="expected">The correct value.</param>
    /// <param name="actual">The computed value.</param>
    /// <param name="what">The name of the number in the message.</param>
    /// <param name="relative">The largest difference, relative to the correct value.</param>
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
