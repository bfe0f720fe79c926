namespace SurvivalKit.Published;

/// <summary>What the numbers of a sentence are.</summary>
internal enum TextItemKind
{
    /// <summary>A count with its percentage.</summary>
    Count,

    /// <summary>A percentage alone.</summary>
    Percent,

    /// <summary>A mean with its standard deviation.</summary>
    Mean,

    /// <summary>A median or another estimate between two numbers.</summary>
    Estimate,

    /// <summary>A time alone.</summary>
    Time,

    /// <summary>A P value.</summary>
    P,

    /// <summary>A whole number, or a word for one.</summary>
    Whole,
}
