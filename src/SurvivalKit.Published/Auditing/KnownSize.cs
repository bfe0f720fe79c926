namespace SurvivalKit.Published;

/// <summary>A number of patients that follows from printed counts, and the reason.</summary>
/// <param name="N">The number.</param>
/// <param name="Why">How it follows.</param>
internal readonly record struct KnownSize(int N, string Why);
