using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A test that the methods section names.</summary>
/// <param name="Test">Its name, in the words of the study.</param>
/// <param name="UsedFor">Its stated use, as text.</param>
/// <param name="Use">Its use, for programs.</param>
public sealed record NamedTest(string Test, string UsedFor, NamedTestUse Use = NamedTestUse.Unsaid)
{
    /// <summary>The tests that it may be according to the study file, whatever its words are; empty: decided by the words.</summary>
    public ImmutableArray<TestKind> Kinds { get; init; } = [];
}
