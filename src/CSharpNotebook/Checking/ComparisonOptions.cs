namespace CSharpNotebook.Checking;

/// <summary>What counts as the same output.</summary>
public sealed record ComparisonOptions
{
    /// <summary>By which part of its size a number may differ; 1e-9 by default, so that only the last digits of a full print may.</summary>
    public double RelativeTolerance { get; init; } = 1e-9;

    /// <summary>By how much a number may differ, however small it is; 1e-12 by default, so that two zeros of rounding are equal.</summary>
    public double AbsoluteTolerance { get; init; } = 1e-12;

    /// <summary>What is made equal before it is compared; <see cref="OutputSanitizer.Default"/> by default.</summary>
    public OutputSanitizer Sanitizer { get; init; } = OutputSanitizer.Default;

    /// <summary>Whether two numbers count as the same.</summary>
    /// <param name="expected">The number as it was.</param>
    /// <param name="actual">The number as it is.</param>
    /// <returns>
    /// True within |actual - expected| ≤ absolute + relative · |expected|, as in NumPy's <c>isclose</c>; two NaN are the same.
    /// </returns>
    public bool AreClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(actual - expected) <= AbsoluteTolerance + (RelativeTolerance * Math.Abs(expected));
}
