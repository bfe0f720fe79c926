namespace SurvivalKit;

/// <summary>Where a time lies among the intervals of its subject.</summary>
internal enum TimePlace
{
    /// <summary>Before the first.</summary>
    Early,

    /// <summary>After the last.</summary>
    Late,

    /// <summary>Between two that do not meet.</summary>
    Gap,

    /// <summary>Strictly within one.</summary>
    Within,

    /// <summary>Where two meet.</summary>
    Boundary,

    /// <summary>At the start of one that meets none before.</summary>
    Leading,

    /// <summary>At the end of one that meets none after.</summary>
    Trailing,
}
