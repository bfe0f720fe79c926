namespace SurvivalKit.Published;

/// <summary>Something that the study shows but does not print as text.</summary>
/// <param name="Place">The place: <c>figure2</c>.</param>
/// <param name="What">What is not available, in a sentence.</param>
public sealed record UnprintedPlace(string Place, string What);
