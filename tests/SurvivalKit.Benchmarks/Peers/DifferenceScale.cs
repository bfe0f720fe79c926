namespace SurvivalKit.Benchmarks;

/// <summary>What a difference between two lists of numbers is measured against.</summary>
internal enum DifferenceScale
{
    /// <summary>Each number's own size.</summary>
    EachNumber,

    /// <summary>The size of the largest number of the list: residuals are differences, and those near 0 have lost their digits on both sides.</summary>
    LargestNumber,
}
