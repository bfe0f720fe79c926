namespace SurvivalKit.Published;

/// <summary>Something that the study shows but does not print as text.</summary>
/// <param name="Place">Where: <c>figure2</c>.</param>
/// <param name="What">What cannot be had, in a sentence.</param>
public sealed record UnprintedPlace(string Place, string What);
