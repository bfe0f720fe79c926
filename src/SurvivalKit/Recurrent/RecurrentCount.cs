namespace SurvivalKit;

/// <summary>How many are at risk of an event number and have it.</summary>
/// <param name="Number">The event number, from 1; where numbers are pooled, the first of them.</param>
/// <param name="Subjects">The number of subjects that are at risk of it at some time.</param>
/// <param name="Events">The number of these events.</param>
public sealed record RecurrentCount(int Number, int Subjects, int Events);
