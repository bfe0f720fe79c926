using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A test that the methods section names.</summary>
/// <param name="Test">Its name, in the words of the study.</param>
/// <param name="UsedFor">What it is said to be used for, in words.</param>
/// <param name="Use">What it is used for, for programs.</param>
public sealed record NamedTest(string Test, string UsedFor, NamedTestUse Use = NamedTestUse.Unsaid)
{
    /// <summary>The tests that the study file says it may be, whatever its words are; empty: the words alone say it.</summary>
    public ImmutableArray<TestKind> Kinds { get; init; } = [];
}
