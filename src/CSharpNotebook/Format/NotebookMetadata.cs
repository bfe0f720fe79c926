using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format;

/// <summary>
/// The metadata of a notebook, a cell or an output: any JSON under string keys, kept unchanged.
/// Immutable: <see cref="With"/> and <see cref="Without"/> give a changed copy.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the notebook format; being a dictionary is a convenience.")]
public sealed class NotebookMetadata : IReadOnlyDictionary<string, JsonElement>
{
    private readonly ImmutableSortedDictionary<string, JsonElement> _values;

    private NotebookMetadata(ImmutableSortedDictionary<string, JsonElement> values) => _values = values;

    /// <summary>Metadata without any key.</summary>
    public static NotebookMetadata Empty { get; } = new(ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _values.Values;

    /// <inheritdoc/>
    public JsonElement this[string key] => _values[key];

    /// <summary>Makes metadata from a JSON object.</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>Metadata with the keys of the object.</returns>
    /// <exception cref="ArgumentException"><paramref name="json"/> is not an object.</exception>
    public static NotebookMetadata From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"Metadata must be a JSON object, but a {json.ValueKind} was given.", nameof(json));
        }

        var values = Empty._values.ToBuilder();
        foreach (JsonProperty property in json.EnumerateObject())
        {
            values[property.Name] = property.Value.Clone();
        }

        return new NotebookMetadata(values.ToImmutable());
    }

    /// <summary>A copy in which <paramref name="key"/> has the given value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Any JSON value; null is JSON's null.</param>
    /// <returns>The changed copy.</returns>
    public NotebookMetadata With(string key, JsonNode? value) =>
        new(_values.SetItem(key, JsonSerializer.SerializeToElement(value)));

    /// <summary>A copy without <paramref name="key"/>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The changed copy.</returns>
    public NotebookMetadata Without(string key) => new(_values.Remove(key));

    /// <summary>The text at a path of keys, such as <c>Text("kernelspec", "language")</c>.</summary>
    /// <param name="path">The keys from the outside in.</param>
    /// <returns>The text, or null where there is none.</returns>
    public string? Text(params ReadOnlySpan<string> path)
    {
        if (path.IsEmpty || !_values.TryGetValue(path[0], out JsonElement value))
        {
            return null;
        }

        foreach (string key in path[1..])
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key, out value))
            {
                return null;
            }
        }
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal JsonObject ToNode()
    {
        var node = new JsonObject();
        foreach ((string key, JsonElement value) in _values)
        {
            node[key] = JsonSerializer.SerializeToNode(value);
        }

        return node;
    }
}
