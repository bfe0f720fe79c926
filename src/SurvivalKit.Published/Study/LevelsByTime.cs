using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The order of a category's levels by the time of an endpoint: best response by progression-free survival, for example.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="LongestFirst">Groups of levels, those with the longest times first; within a group there is no order,
/// and a level in no group can have any time.</param>
public sealed record LevelsByTime(string Endpoint, ImmutableArray<ImmutableArray<string>> LongestFirst);
