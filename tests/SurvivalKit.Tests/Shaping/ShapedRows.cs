using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Compares a frame with the columns that R made, every row of them.</summary>
internal static class ShapedRows
{
    public static DataFrame Read(string name) => File.Exists(Repository.File($"data-samples/{name}.csv"))
        ? SampleData.Load(name)
        : SurvivalData.ReadCsv(Repository.File($"tests/Fixtures/data/{name}.csv"));

    public static void Equal(JsonNode expected, DataFrame actual)
    {
        foreach ((string name, JsonNode? column) in expected.AsObject())
        {
            JsonArray values = column!.AsArray();
            Assert.Equal(values.Count, actual.Rows.Count);
            for (int row = 0; row < values.Count; row++)
            {
                Same(values[row], actual.Columns[name][row], $"{name}[{row + 1}]");
            }
        }
    }

    private static void Same(JsonNode? expected, object? actual, string what)
    {
        switch (actual)
        {
            case null or double.NaN:
                Assert.True(expected is null, $"{what}: {expected} was expected, none was given.");
                break;
            case string text:
                Assert.Equal(expected?.GetValue<string>(), text);
                break;
            case bool truth:
                Assert.Equal(expected?.GetValue<bool>(), truth);
                break;
            default:
                Close.To(expected, Convert.ToDouble(actual, CultureInfo.InvariantCulture), what, relative: 1e-12);
                break;
        }
    }
}
