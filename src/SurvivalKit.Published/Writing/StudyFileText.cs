using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>The layout of a study file: a key a line, and in the long lists an item a line, so that a reader finds a claim and a comparison
/// of two versions shows it.</summary>
internal static class StudyFileText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Study study)
    {
        JsonObject whole = DesignParts.Study(study);
        var text = new StringBuilder("{\n");
        int left = whole.Count;
        foreach ((string key, JsonNode? value) in whole)
        {
            text.Append("  ").Append(Line(key)).Append(": ");
            Append(text, value!, "  ");
            text.Append(--left > 0 ? ",\n" : "\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, JsonNode value, string indent)
    {
        if (value is JsonArray { Count: > 0 } list && list.All(item => item is JsonObject))
        {
            text.Append("[\n");
            for (int i = 0; i < list.Count; i++)
            {
                text.Append(indent).Append("  ");
                Item(text, (JsonObject)list[i]!, indent + "  ");
                text.Append(i + 1 < list.Count ? ",\n" : "\n");
            }

            text.Append(indent).Append(']');
        }
        else if (value is JsonObject parts)
        {
            Open(text, parts, indent);
        }
        else
        {
            text.Append(Line(value));
        }
    }

    /// <summary>An item of a list in one line, unless it has lists of objects itself, as a table has.</summary>
    private static void Item(StringBuilder text, JsonObject item, string indent)
    {
        if (item.Any(part => part.Value is JsonArray { Count: > 0 } list && list[0] is JsonObject))
        {
            Open(text, item, indent);
        }
        else
        {
            text.Append(Line(item));
        }
    }

    private static void Open(StringBuilder text, JsonObject parts, string indent)
    {
        text.Append("{\n");
        int left = parts.Count;
        foreach ((string key, JsonNode? value) in parts)
        {
            text.Append(indent).Append("  ").Append(Line(key)).Append(": ");
            Append(text, value!, indent + "  ");
            text.Append(--left > 0 ? ",\n" : "\n");
        }

        text.Append(indent).Append('}');
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject parts => "{" + string.Join(", ", parts.Select(part => Line(part.Key) + ": " + Line(part.Value))) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(Line)) + "]",
        _ => node?.ToJsonString(Plain) ?? "null",
    };

    private static string Line(string text) => JsonSerializer.Serialize(text, Plain);
}
