using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The order of the levels of the sample data sets' factors, as the R package <c>survival</c> has it; a CSV file does not contain
/// it.</summary>
internal static class SampleLevels
{
    private static readonly Dictionary<string, Dictionary<string, ColumnKind>> Known = new(StringComparer.Ordinal)
    {
        ["colon"] = new() { ["rx"] = ColumnKind.Factor("Obs", "Lev", "Lev+5FU") },
        ["kidney"] = new() { ["disease"] = ColumnKind.Factor("Other", "GN", "AN", "PKD") },
        ["mgus2"] = new() { ["sex"] = ColumnKind.Factor("F", "M") },
        ["pbc"] = new() { ["sex"] = ColumnKind.Factor("m", "f") },
        ["veteran"] = new() { ["celltype"] = ColumnKind.Factor("squamous", "smallcell", "adeno", "large") },
    };

    public static CsvOptions OptionsFor(string name) =>
        Known.TryGetValue(name, out Dictionary<string, ColumnKind>? schema)
            ? new CsvOptions { Schema = schema.ToImmutableDictionary() }
            : new CsvOptions();
}
