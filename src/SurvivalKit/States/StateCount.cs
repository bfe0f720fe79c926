namespace SurvivalKit;

/// <summary>How many transitions there are between two states.</summary>
/// <param name="From">The state they leave.</param>
/// <param name="To">The state they reach; <see langword="null"/>: the end of observation.</param>
/// <param name="Count">Their number.</param>
public sealed record StateCount(string From, string? To, int Count);
