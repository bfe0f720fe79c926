namespace SurvivalKit.Published;

/// <summary>A reading of a kind of figures that a search tried.</summary>
/// <param name="Kind">The kind, its key in <c>methods.readings</c> of a study file.</param>
/// <param name="Reading">The reading, its name there.</param>
/// <param name="Missed">How many figures a short search misses under it, with the readings of the kinds before it as taken.</param>
/// <param name="IsTaken">Whether the cohort was made by it.</param>
public sealed record ReadingTrial(string Kind, string Reading, int Missed, bool IsTaken);
