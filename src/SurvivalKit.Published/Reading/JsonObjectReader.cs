using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>A JSON object whose keys are read one by one; <see cref="End"/> rejects the keys that were not read.</summary>
internal sealed class JsonObjectReader
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public JsonObjectReader(JsonValueReader whole)
    {
        Whole = whole;
        foreach (JsonProperty property in whole.Element.EnumerateObject())
        {
            if (!_left.TryAdd(property.Name, property.Value))
            {
                throw At(property.Name, property.Value).Error("the key stands here twice; once was expected.");
            }
        }
    }

    public JsonValueReader Whole { get; }

    public bool Has(string key) => _left.ContainsKey(key);

    public JsonValueReader Required(string key)
    {
        _asked.Add(key);
        return _left.Remove(key, out JsonElement value)
            ? At(key, value)
            : throw Whole.Error($"the key \"{key}\" is missing.");
    }

    public T? Optional<T>(string key, Func<JsonValueReader, T> read)
        where T : class
    {
        _asked.Add(key);
        return _left.Remove(key, out JsonElement value) ? read(At(key, value)) : null;
    }

    public T Optional<T>(string key, Func<JsonValueReader, T> read, T otherwise)
        where T : struct
    {
        _asked.Add(key);
        return _left.Remove(key, out JsonElement value) ? read(At(key, value)) : otherwise;
    }

    public string? OptionalText(string key) => Optional(key, value => value.Text());

    public void End()
    {
        foreach ((string key, JsonElement value) in _left)
        {
            throw At(key, value).Error($"the key \"{key}\" is not known here; known are {string.Join(", ", _asked)}.");
        }
    }

    private JsonValueReader At(string key, JsonElement value) =>
        new(Whole.FileName, Whole.Path
            + (key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? "." + key : $"[\"{key}\"]"), value);
}
