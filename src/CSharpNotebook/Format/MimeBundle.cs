using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CSharpNotebook.Format;

/// <summary>
/// One result in several representations: MIME type to content. Text types have their text, binary types (such as
/// <c>image/png</c>) base64, and JSON types (<c>application/json</c> and everything that ends in <c>+json</c>) the text of the JSON.
/// Immutable; the order is that of the MIME types.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the notebook format; being a dictionary is a convenience.")]
public sealed class MimeBundle : IReadOnlyDictionary<string, string>
{
    private readonly ImmutableSortedDictionary<string, string> _contents;

    private MimeBundle(ImmutableSortedDictionary<string, string> contents) => _contents = contents;

    /// <summary>A bundle without any representation.</summary>
    public static MimeBundle Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => _contents.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _contents.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => _contents.Values;

    /// <inheritdoc/>
    public string this[string key] => _contents[key];

    /// <summary>True for the MIME types whose content is JSON: <c>application/json</c> and everything that ends in <c>+json</c>.</summary>
    /// <param name="mimeType">A MIME type.</param>
    /// <returns>Whether the content is JSON.</returns>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" ||
        mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>A copy with one more representation, or with other content for an existing one.</summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="content">Text, base64, or JSON, depending on the type.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">The type is a JSON type and the content is not JSON.</exception>
    public MimeBundle With(string mimeType, string content)
    {
        if (IsJson(mimeType))
        {
            try
            {
                using var _ = JsonDocument.Parse(content, NotebookReader.DocumentOptions);
            }
            catch (JsonException exception)
            {
                throw new ArgumentException(
                    $"The content given for {mimeType} is not JSON: {exception.Message}", nameof(content), exception);
            }
        }
        return new MimeBundle(_contents.SetItem(mimeType, content));
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _contents.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _contents.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _contents.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
