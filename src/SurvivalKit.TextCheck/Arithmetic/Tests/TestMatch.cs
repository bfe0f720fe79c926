namespace SurvivalKit.TextCheck;

/// <summary>A test that was tried on printed numbers, and whether it gives a printed P value.</summary>
/// <param name="Kind">Which test.</param>
/// <param name="P">The P values that it can have: one where counts are printed, an interval where means and standard
/// deviations are rounded.</param>
/// <param name="Rule">The rule of rounding under which one of them prints as the P value; <see langword="null"/>: none does.</param>
public sealed record TestMatch(TestKind Kind, ValueRange P, RoundingRule? Rule)
{
    /// <summary>The side of the test.</summary>
    public TestSide Side { get; init; }

    /// <summary>Whether a trend is over the given order of the levels, which was not declared to be meaningful.</summary>
    public bool OverGivenOrder { get; init; }

    /// <summary>The data it was run on, as the end of a sentence; empty: the simplest reading.</summary>
    public string How { get; init; } = "";

    /// <summary>The test's name as a methods section gives it.</summary>
    public string Test => Kind.ToName(Side, OverGivenOrder);

    /// <summary>The test's name and what it was run on.</summary>
    public string Name => How.Length == 0 ? Test : $"{Test} {How}";

    /// <summary>Whether the test gives the printed P value.</summary>
    public bool Fits => Rule is not null;

    /// <summary>Whether the test is one-sided.</summary>
    public bool OneSided => Side != TestSide.TwoSided;

    /// <summary>The test with its P: <c>Fisher's exact test gives .352</c>.</summary>
    internal string Gives => $"{Name} gives {ArithmeticText.P(P)}";
}
