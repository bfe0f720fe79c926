using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How often a group of patients had each response.</summary>
/// <param name="Name">The group; <c>All</c> for all rows.</param>
/// <param name="Counts">How many had each of <see cref="ResponseTable.Levels"/>.</param>
/// <param name="Missing">How many have no response in the data.</param>
public sealed record ResponseGroup(string Name, ImmutableArray<int> Counts, int Missing)
{
    /// <summary>How many patients the group has.</summary>
    public int N => Counts.Sum() + Missing;
}
