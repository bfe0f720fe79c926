using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>What R computed: <c>tests/Fixtures</c>.</summary>
public static class Fixtures
{
    public const double Tolerance = 1e-8;

    public static JsonElement Case(string file, string name)
    {
        JsonElement all =
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Survkit.Repository, "tests", "Fixtures", file + ".json"))).RootElement;
        JsonElement found = all.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        return found;
    }

    public static string DataOf(string file, JsonElement one)
    {
        JsonElement all =
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Survkit.Repository, "tests", "Fixtures", file + ".json"))).RootElement;
        return Path.Combine(
            Survkit.Repository,
            all.GetProperty("datasets").GetProperty(one.GetProperty("data").GetString()!).GetProperty("file").GetString()!);
    }

    /// <summary>Both are null, or the same number within the tolerance, relative to its size.</summary>
    public static void Same(JsonElement expected, JsonElement actual, string what)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{what}: {expected} was expected, {actual} was given.");
        if (expected.ValueKind == JsonValueKind.Number)
        {
            double want = expected.GetDouble();
            double have = actual.GetDouble();
            Assert.True(
                Math.Abs(have - want) <= Tolerance * Math.Max(Math.Abs(want), 1e-8), $"{what}: {want:R} was expected, {have:R} was given.");
        }
    }
}
