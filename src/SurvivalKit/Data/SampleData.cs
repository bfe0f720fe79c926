using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The public data sets that come with the library; <c>data-samples/README.md</c> gives source, licence
/// and columns of each.</summary>
public static class SampleData
{
    private const string Prefix = "data-samples/";

    /// <summary>The names that <see cref="Load"/> knows, sorted.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(SampleData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Loads a data set by its name: <c>SampleData.Load("lung")</c>.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>A new frame that the caller may change; its factors have their levels in the order of the R package.</returns>
    /// <exception cref="SurvivalDataException">There is no data set of this name.</exception>
    public static DataFrame Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using Stream stream = typeof(SampleData).Assembly.GetManifestResourceStream(Prefix + name + ".csv")
            ?? throw new SurvivalDataException($"There is no sample data set \"{name}\"; known are {string.Join(", ", Names)}.");
        using var reader = new StreamReader(stream);
        return SurvivalData.ReadCsv(reader, name + ".csv", SampleLevels.OptionsFor(name));
    }
}
