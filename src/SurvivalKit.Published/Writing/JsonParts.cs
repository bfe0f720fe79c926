using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>Builds the objects of a study file; what is absent has no key.</summary>
internal static class JsonParts
{
    /// <summary>An object of the values that are there.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Key, JsonNode? Value)> parts)
    {
        var made = new JsonObject();
        foreach ((string key, JsonNode? value) in parts)
        {
            if (value is not null)
            {
                made[key] = value;
            }
        }

        return made;
    }

    /// <summary>A list of texts.</summary>
    public static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>A list of texts; no list where there are none.</summary>
    public static JsonArray? ListOrNone(IEnumerable<string> texts) => List(texts) is { Count: > 0 } list ? list : null;

    /// <summary>A flag where it is set.</summary>
    public static JsonNode? Flag(bool isSet) => isSet ? (JsonNode)true : null;
}
