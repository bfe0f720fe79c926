using System.Globalization;
using System.Text.Json;
using CSharpNotebook.Format;

namespace CSharpNotebook.Checking;

/// <summary>Compares JSON by its structure: the order of keys does not count, numbers are numbers.</summary>
internal sealed class JsonComparison(ComparisonOptions options, TextComparison texts)
{
    public IEnumerable<(string Place, string? Expected, string? Actual)> Differences(string expected, string actual)
    {
        if (expected == actual)
        {
            return [];
        }

        using var before = JsonDocument.Parse(expected, NotebookReader.DocumentOptions);
        using var now = JsonDocument.Parse(actual, NotebookReader.DocumentOptions);
        return Compare("$", before.RootElement, now.RootElement).ToArray();
    }

    private IEnumerable<(string, string?, string?)> Compare(string path, JsonElement expected, JsonElement actual)
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                string[] keys = [.. expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(property => property.Name)
                    .Distinct(StringComparer.Ordinal)];
                return keys.SelectMany(key => CompareOptional($"{path}.{key}", Member(expected, key), Member(actual, key)));
            case (JsonValueKind.Array, JsonValueKind.Array):
                int length = Math.Max(expected.GetArrayLength(), actual.GetArrayLength());
                return Enumerable.Range(0, length).SelectMany(index => CompareOptional(
                    string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), Item(expected, index), Item(actual, index)));
            case (JsonValueKind.Number, JsonValueKind.Number) when options.AreClose(expected.GetDouble(), actual.GetDouble()):
            case (JsonValueKind.String, JsonValueKind.String) when texts.AreSame(expected.GetString()!, actual.GetString()!):
                return [];
            default:
                return expected.GetRawText() == actual.GetRawText() ? [] : [(path, expected.GetRawText(), actual.GetRawText())];
        }
    }

    private IEnumerable<(string, string?, string?)> CompareOptional(string path, JsonElement? expected, JsonElement? actual) =>
        expected is { } before && actual is { } now ? Compare(path, before, now) : [(path, expected?.GetRawText(), actual?.GetRawText())];

    private static JsonElement? Member(JsonElement owner, string key) => owner.TryGetProperty(key, out JsonElement value) ? value : null;

    private static JsonElement? Item(JsonElement owner, int index) => index < owner.GetArrayLength() ? owner[index] : null;
}
