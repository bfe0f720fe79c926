namespace SurvivalKit.Published;

/// <summary>A test that was tried on printed numbers.</summary>
/// <param name="Test">Its name.</param>
/// <param name="How">What it was run on, as the end of a sentence; empty: the plain reading.</param>
/// <param name="P">The P values that it gives over the rounding of the numbers.</param>
/// <param name="Rule">The rule under which it prints as given; <see langword="null"/>: none.</param>
internal sealed record TriedTest(string Test, string How, ValueRange P, RoundingRule? Rule)
{
    /// <summary>The test and what it was run on.</summary>
    public string Name => How.Length == 0 ? Test : $"{Test} {How}";

    /// <summary>The test with its P: <c>Fisher's exact test gives .352</c>.</summary>
    public string Gives => $"{Name} gives {ArithmeticText.P(P)}";

    public bool IsOneSided => Test.Contains("one-sided", StringComparison.Ordinal);
}
