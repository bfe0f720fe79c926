namespace SurvivalKit;

/// <summary>How the cells of a table's column are aligned.</summary>
public enum TableAlignment
{
    /// <summary>To the left: words.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>To the right: numbers.</summary>
    Right,
}
