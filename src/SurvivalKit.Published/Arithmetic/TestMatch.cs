namespace SurvivalKit.Published;

/// <summary>A test that may have been used, and whether it gives a printed P value.</summary>
/// <param name="Test">Its name as a methods section gives it.</param>
/// <param name="P">The P values that it can have: one where counts are printed, an interval where means and standard deviations are rounded.</param>
/// <param name="Rule">The rule of rounding under which one of them prints as the P value; <see langword="null"/>: none does.</param>
public sealed record TestMatch(string Test, ValueRange P, RoundingRule? Rule)
{
    /// <summary>The test of counts itself; <see langword="null"/>: there is an interval of tests.</summary>
    public TestResult? Result { get; init; }

    /// <summary>Whether the test gives the printed P value.</summary>
    public bool Fits => Rule is not null;

    /// <summary>Whether the test is one-sided.</summary>
    public bool OneSided => Test.Contains("one-sided", StringComparison.Ordinal);
}
