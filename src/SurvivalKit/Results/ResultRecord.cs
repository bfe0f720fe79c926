using System.Collections;

namespace SurvivalKit;

/// <summary>The names and values of a result's JSON, in their order.</summary>
/// <remarks>
/// A value is a text, a number, a logical, an enumeration, another record, a sequence of these, or <see langword="null"/>. Numbers keep
/// all their digits; what is not finite is written as <c>null</c>, an enumeration as its name in camelCase. Sequences are enumerated when
/// they are written, so that a long one is not stored.
/// </remarks>
/// <example><code>
/// var record = new ResultRecord { ["formula"] = fit.Formula, ["n"] = fit.Observations };
/// </code></example>
public sealed class ResultRecord : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> _fields = new(StringComparer.Ordinal);

    /// <summary>The value of a name; setting an unknown name adds it at the end.</summary>
    /// <param name="name">The name, in camelCase.</param>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public object? this[string name]
    {
        get => _fields[name];
        set => _fields[name] = value;
    }

    /// <summary>Whether there is a value of a name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The record as JSON with two spaces of indent and no line end at its end.</summary>
    public string ToJson() => JsonWriter.Write(this);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
