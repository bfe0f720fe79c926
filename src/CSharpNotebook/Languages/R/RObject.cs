using System.Collections.Immutable;

namespace CSharpNotebook.Languages.R;

/// <summary>The kinds of R values that are exchanged, with their numbers in R's serialisation.</summary>
internal enum RKind
{
    Logical = 10,
    Integer = 13,
    Real = 14,
    Text = 16,
    List = 19,
    Null = 254,
}

/// <summary>
/// A value of R. Logical and integer data are <c>int[]</c>, real <c>double[]</c>, text <c>string?[]</c>, lists <c>RObject[]</c>; missing
/// values are as in R.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Data">The elements.</param>
/// <param name="Attributes">Names, class, levels and the like.</param>
internal sealed record RObject(RKind Kind, Array Data, ImmutableDictionary<string, RObject> Attributes)
{
    /// <summary>The integer, and the logical value, that is missing.</summary>
    public const int MissingInteger = int.MinValue;

    private const uint MissingRealWord = 1954;

    public RObject(RKind kind, Array data) : this(kind, data, ImmutableDictionary<string, RObject>.Empty)
    {
    }

    public static RObject Null { get; } = new(RKind.Null, Array.Empty<object>());

    /// <summary>The real that is missing: a NaN with a special payload.</summary>
    public static double MissingReal { get; } = BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0000 | MissingRealWord);

    public static bool IsMissing(double value) => double.IsNaN(value) && (uint)BitConverter.DoubleToUInt64Bits(value) == MissingRealWord;

    public static RObject Texts(params string?[] values) => new(RKind.Text, values);

    /// <summary>A list with names.</summary>
    public static RObject Named(IEnumerable<(string Name, RObject Value)> entries)
    {
        (string Name, RObject Value)[] all = [.. entries];
        return new RObject(RKind.List, all.Select(entry => entry.Value).ToArray()).With(
            "names", Texts([.. all.Select(entry => entry.Name)]));
    }

    public RObject With(string attribute, RObject value) => this with { Attributes = Attributes.SetItem(attribute, value) };

    /// <summary>Whether R's <c>class()</c> contains a name.</summary>
    public bool IsA(string className) => Texts("class").Contains(className);

    /// <summary>The texts of an attribute; none where it is missing.</summary>
    public string?[] Texts(string attribute) =>
        Attributes.TryGetValue(attribute, out RObject? value) && value.Data is string?[] texts ? texts : [];

    /// <summary>The element of a list by its name; NULL where there is none.</summary>
    public RObject Element(string name)
    {
        int index = Array.IndexOf(Texts("names"), name);
        return index < 0 ? Null : ((RObject[])Data)[index];
    }
}
