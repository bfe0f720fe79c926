namespace SurvivalKit.TextCheck;

/// <summary>What a part of a text is.</summary>
public enum TextPassageKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>A table.</summary>
    Table,
}
