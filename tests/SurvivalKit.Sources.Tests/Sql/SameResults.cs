using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Sources.Tests;

/// <summary>Compares everything that two results have, names by name and numbers to a part in 1e10.</summary>
internal static class SameResults
{
    public static void Check(IResult expected, IResult actual, double tolerance = 1e-10)
    {
        using JsonDocument left = JsonDocument.Parse(expected.ToRecord().ToJson());
        using JsonDocument right = JsonDocument.Parse(actual.ToRecord().ToJson());
        Check(left.RootElement, right.RootElement, "", tolerance);
    }

    private static void Check(JsonElement expected, JsonElement actual, string path, double tolerance)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: {expected} was expected, {actual} was found.");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(field => field.Name), actual.EnumerateObject().Select(field => field.Name));
                foreach (JsonProperty field in expected.EnumerateObject())
                {
                    Check(field.Value, actual.GetProperty(field.Name), $"{path}.{field.Name}", tolerance);
                }

                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{path}: {expected} was expected, {actual} was found.");
                for (int i = 0; i < expected.GetArrayLength(); i++)
                {
                    Check(expected[i], actual[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), tolerance);
                }

                break;
            case JsonValueKind.Number:
                double left = expected.GetDouble();
                double right = actual.GetDouble();
                Assert.True(
                    Math.Abs(left - right) <= tolerance * Math.Max(1, Math.Abs(left)),
                    $"{path}: {left:R} was expected, {right:R} was found.");
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{path}: {expected} was expected, {actual} was found.");
                break;
        }
    }
}
