using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Compares with R at a relative 1e-8; where R has no value, ours has none either.</summary>
internal static class Close
{
    public const double Relative = 1e-8;

    // What R writes as 0 after rounding may be the last bit of a sum with us.
    private const double Absolute = 0;

    public static void To(JsonNode? expected, double actual, string what, double relative = Relative)
    {
        if (expected is null)
        {
            Assert.False(double.IsFinite(actual), $"{what}: R has no value, ours is {actual:R}.");
            return;
        }

        To(expected.GetValue<double>(), actual, what, relative);
    }

    public static void To(double expected, double actual, string what, double relative = Relative) =>
        Assert.True(
            Math.Abs(expected - actual) <= (relative * Math.Abs(expected)) + Absolute,
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
