namespace CSharpNotebook.Checking;

/// <summary>What counts as the same output.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The relative difference that is allowed; 1e-9 by default, so that only the last digits of a number at full precision may
    /// differ.</summary>
    public double RelativeTolerance { get; init; } = 1e-9;

    /// <summary>The absolute difference that is allowed; 1e-12 by default, so that two zeros with rounding errors are equal.</summary>
    public double AbsoluteTolerance { get; init; } = 1e-12;

    /// <summary>What is normalised before comparison; <see cref="OutputSanitizer.Default"/> by default.</summary>
    public OutputSanitizer Sanitizer { get; init; } = OutputSanitizer.Default;

    /// <summary>Whether two numbers count as the same.</summary>
    /// <param name="expected">The stored number.</param>
    /// <param name="actual">The new number.</param>
    /// <returns>
    /// True within |actual - expected| ≤ absolute + relative · |expected|, as in NumPy's <c>isclose</c>; two NaN are the same.
    /// </returns>
    public bool AreClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(actual - expected) <= AbsoluteTolerance + (RelativeTolerance * Math.Abs(expected));
}
