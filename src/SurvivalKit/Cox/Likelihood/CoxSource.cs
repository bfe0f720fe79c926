using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The source of the columns of a fit.</summary>
/// <param name="Terms">The terms of a formula; null for a fit to columns.</param>
/// <param name="StrataCodes">The caller's stratum of each observation; empty where there are none, or a formula names them.</param>
/// <param name="Rows">The rows of the caller's data that were used, from 0; default: all.</param>
internal sealed record CoxSource(ModelTerms? Terms, int[] StrataCodes, ImmutableArray<int> Rows)
{
    /// <summary>The expressions of the formula that have no value in some rows, a sentence each.</summary>
    public ImmutableArray<string> Undefined { get; init; } = [];

    /// <summary>The labels of the columns of the caller's data.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The subject of each observation, from 0; empty where each is its own.</summary>
    public int[] Subjects { get; init; } = [];

    public static CoxSource None { get; } = new(null, [], default);

    /// <summary>Whether there are strata by name or number, be it a single one: predictions are then relative to the stratum.</summary>
    public bool NamesStrata => StrataCodes.Length > 0 || Terms is { StrataNames.IsEmpty: false };

    /// <summary>The name of a stratum of the sorted data: the caller's numbered strata are named by number, and a single stratum has no
    /// name.</summary>
    public string NameOf(CoxData data, int stratum) =>
        StrataCodes.Length > 0 ? StrataCodes[data.Order[data.StratumStarts[stratum]]].ToString(CultureInfo.InvariantCulture)
        : Terms is null or { StrataNames.IsEmpty: true } ? ""
        : Terms.StrataNames[stratum];

    /// <summary>The rows of the caller's data, from 0, of some of the observations used.</summary>
    public ImmutableArray<int> DataRows(int[] observations) =>
        Rows.IsDefault
            ? ImmutableCollectionsMarshal.AsImmutableArray(observations)
            : [.. observations.Select(observation => Rows[observation])];
}
