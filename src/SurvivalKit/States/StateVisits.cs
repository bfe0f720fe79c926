namespace SurvivalKit;

/// <summary>How many subjects have a number of transitions to a state.</summary>
/// <param name="State">The state; <see langword="null"/>: any.</param>
/// <param name="Times">The number of transitions of a subject.</param>
/// <param name="Subjects">The number of subjects who have as many.</param>
public sealed record StateVisits(string? State, int Times, int Subjects);
