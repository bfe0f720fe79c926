namespace SurvivalKit.Published;

/// <summary>An indicator that the study names in its models but does not count.</summary>
/// <param name="Name">The column.</param>
/// <param name="Values">0, 1 or missing, one per patient.</param>
internal sealed record FreeIndicator(string Name, double?[] Values);
