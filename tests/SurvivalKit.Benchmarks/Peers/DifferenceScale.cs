namespace SurvivalKit.Benchmarks;

/// <summary>The scale of a difference between two lists of numbers.</summary>
internal enum DifferenceScale
{
    /// <summary>Each number's own size.</summary>
    EachNumber,

    /// <summary>The size of the largest number of the list: residuals are differences, and those near 0 are imprecise on both
    /// sides.</summary>
    LargestNumber,
}
