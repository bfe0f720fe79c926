using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format;

/// <summary>
/// Writes JSON as Jupyter does (Python's <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False)</c> and a final newline):
/// System.Text.Json always escapes some characters that Python does not escape, so it cannot give the same bytes.
/// </summary>
internal static class JupyterJson
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject members:
                text.Append('{');
                WriteItems(text, members.OrderBy(member => member.Key, StringComparer.Ordinal), depth, member =>
                {
                    WriteText(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                WriteItems(text, items, depth, item => Write(text, item, depth + 1));
                text.Append(']');
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String)
                {
                    WriteText(text, node.GetValue<string>());
                }
                else
                {
                    text.Append(node.ToJsonString());
                }

                break;
        }
    }

    private static void WriteItems<T>(StringBuilder text, IEnumerable<T> items, int depth, Action<T> write)
    {
        bool first = true;
        foreach (T item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', depth + 1);
            write(item);
            first = false;
        }
        text.Append('\n').Append(' ', depth);
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }
        text.Append('"');
    }
}
