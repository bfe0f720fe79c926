namespace SurvivalKit;

/// <summary>What is wrong with a row, seen beside the row of the same subject before it; the names are those of R's
/// <c>survcheck</c>.</summary>
public enum StateProblemKind
{
    /// <summary>The row starts before the one before has ended: the subject is at risk twice.</summary>
    Overlap,

    /// <summary>The row starts after the end of the one before, in the same state.</summary>
    Gap,

    /// <summary>The row starts after the end of the one before, in another state than that one ended in.</summary>
    Jump,

    /// <summary>The row starts at the end of the one before, in another state than that one ended in.</summary>
    Teleport,

    /// <summary>The row has the same times as the one before; it overlaps too.</summary>
    Duplicate,
}
