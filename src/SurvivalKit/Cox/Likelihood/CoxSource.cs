using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Where the columns of a fit came from.</summary>
/// <param name="Terms">The terms of a formula; null for a fit to columns.</param>
/// <param name="StrataCodes">The caller's stratum of each observation; empty where there are none, or a formula names them.</param>
/// <param name="Rows">The rows of the caller's data that were used, from 0; default: all.</param>
internal sealed record CoxSource(ModelTerms? Terms, int[] StrataCodes, ImmutableArray<int> Rows)
{
    public static CoxSource None { get; } = new(null, [], default);

    /// <summary>The name of a stratum of the sorted data: strata that are numbered by the caller are named by their numbers, and one alone has no name.</summary>
    public string NameOf(CoxData data, int stratum) =>
        StrataCodes.Length > 0 ? StrataCodes[data.Order[data.StratumStarts[stratum]]].ToString(CultureInfo.InvariantCulture)
        : Terms is null or { StrataNames.IsEmpty: true } ? ""
        : Terms.StrataNames[stratum];

    /// <summary>The rows of the caller's data, from 0, of some of the observations used.</summary>
    public ImmutableArray<int> DataRows(int[] observations) =>
        Rows.IsDefault ? ImmutableCollectionsMarshal.AsImmutableArray(observations) : [.. observations.Select(observation => Rows[observation])];
}
