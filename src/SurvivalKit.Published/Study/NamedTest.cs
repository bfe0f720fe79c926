namespace SurvivalKit.Published;

/// <summary>A test that the methods section names.</summary>
/// <param name="Test">Its name.</param>
/// <param name="UsedFor">What it is said to be used for.</param>
public sealed record NamedTest(string Test, string UsedFor);
