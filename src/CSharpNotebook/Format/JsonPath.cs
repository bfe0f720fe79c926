using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CSharpNotebook.Format;

/// <summary>Finds the JSON path at which a text is not valid JSON, because the parser itself reports line and byte only.</summary>
internal static class JsonPath
{
    public static NotebookFormatException Locate(ReadOnlySpan<byte> utf8, string file, JsonException cause)
    {
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 256 });
        bool cutOff = false;
        try
        {
            while (reader.Read())
            {
                Advance(steps, ref reader);
            }
        }
        catch (JsonException)
        {
            cutOff = utf8[(int)reader.BytesConsumed..].Trim(" \t\r\n\0"u8).IsEmpty || EndsInside(utf8, reader.BytesConsumed);
        }
        string place =
            string.Create(CultureInfo.InvariantCulture, $"line {(cause.LineNumber ?? 0) + 1}, byte {(cause.BytePositionInLine ?? 0) + 1}");
        string problem = cutOff
            ? $"the file ends too early ({place}); the rest of a notebook was expected"
            : $"the text is not JSON ({place}); a notebook (.ipynb) was expected";
        return new NotebookFormatException(file, Format(steps), problem, cause);
    }

    /// <summary>True when the rest is one unfinished token: a string, number or word that runs to the end of the file.</summary>
    private static bool EndsInside(ReadOnlySpan<byte> utf8, long consumed)
    {
        ReadOnlySpan<byte> rest = utf8[(int)consumed..].TrimStart(" \t\r\n,:"u8);
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] != '"')
        {
            return false;
        }

        for (int index = 1; index < rest.Length; index++)
        {
            if (rest[index] == '\\')
            {
                index++;
            }
            else if (rest[index] == '"')
            {
                return rest[(index + 1)..].Trim(" \t\r\n:"u8).IsEmpty;
            }
        }
        return true;
    }

    private static void Advance(List<Step> steps, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = steps[^1] with { Key = reader.GetString() };
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                if (steps.Count > 0 && steps[^1].IsArray)
                {
                    steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
                }

                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    steps.Add(new Step(false, null, -1));
                }

                if (reader.TokenType == JsonTokenType.StartArray)
                {
                    steps.Add(new Step(true, null, -1));
                }

                break;
        }
    }

    private static string Format(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (Step step in steps)
        {
            if (step.IsArray && step.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else if (step.Key is not null)
            {
                path.Append('.').Append(step.Key);
            }
        }
        return path.ToString();
    }

    private readonly record struct Step(bool IsArray, string? Key, int Index);
}
