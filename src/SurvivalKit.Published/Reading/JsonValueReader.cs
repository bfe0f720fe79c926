using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>A JSON value together with its file and path, so that its reader can report what is wrong and where.</summary>
internal readonly record struct JsonValueReader(string FileName, string Path, JsonElement Element)
{
    public StudyFileException Error(string reason) => new(FileName, Path, reason);

    public string Text()
    {
        Expect(JsonValueKind.String, "text");
        string text = Element.GetString()!;
        return text.Length > 0 ? text : throw Error("an empty text was found; some text was expected.");
    }

    public double Number()
    {
        Expect(JsonValueKind.Number, "a number");
        return Element.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Error($"{Element.GetRawText()} is too large for a number.");
    }

    public int WholeNumber(int least)
    {
        double value = Number();
        return value == Math.Floor(value) && value >= least && value <= int.MaxValue
            ? (int)value
            : throw Error(
                string.Create(CultureInfo.InvariantCulture, $"{value} was found; a whole number of {least} or more was expected."));
    }

    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false"),
    };

    public T OneOf<T>(params ReadOnlySpan<(string Name, T Value)> choices)
    {
        string text = Text();
        var names = new List<string>();
        foreach ((string name, T value) in choices)
        {
            if (name == text)
            {
                return value;
            }

            names.Add($"\"{name}\"");
        }

        throw Error($"\"{text}\" was found; one of {string.Join(", ", names)} was expected.");
    }

    public ImmutableArray<T> List<T>(Func<JsonValueReader, T> read, int least = 0)
    {
        Expect(JsonValueKind.Array, "a list");
        ImmutableArray<T> items = [.. Items().Select(read)];
        return items.Length >= least ? items : throw Error(string.Create(
            CultureInfo.InvariantCulture, $"{items.Length} values were found; at least {least} were expected."));
    }

    public JsonObjectReader Object()
    {
        Expect(JsonValueKind.Object, "an object");
        return new JsonObjectReader(this);
    }

    public StudyFileException Unexpected(string expected) => Error($"{KindName()} was found; {expected} was expected.");

    private IEnumerable<JsonValueReader> Items()
    {
        int index = 0;
        foreach (JsonElement item in Element.EnumerateArray())
        {
            yield return new(FileName, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index++}]"), item);
        }
    }

    private void Expect(JsonValueKind kind, string expected)
    {
        if (Element.ValueKind != kind)
        {
            throw Unexpected(expected);
        }
    }

    private string KindName() => Element.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
