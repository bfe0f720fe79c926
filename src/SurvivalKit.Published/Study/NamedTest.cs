namespace SurvivalKit.Published;

/// <summary>A test that the methods section names.</summary>
/// <param name="Test">Its name, in the words of the study.</param>
/// <param name="UsedFor">What it is said to be used for, in words.</param>
/// <param name="Kind">Which test that is, for programs.</param>
/// <param name="Use">What it is used for, for programs.</param>
public sealed record NamedTest(string Test, string UsedFor, NamedTestKind Kind = NamedTestKind.Other, NamedTestUse Use = NamedTestUse.Unsaid);
