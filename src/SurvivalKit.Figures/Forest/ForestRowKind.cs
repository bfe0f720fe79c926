namespace SurvivalKit.Figures;

/// <summary>The kind of a row of a forest plot.</summary>
public enum ForestRowKind
{
    /// <summary>An estimate: a box and its interval.</summary>
    Estimate,

    /// <summary>The heading of the rows below it, such as a variable's name.</summary>
    Heading,

    /// <summary>The reference level that the rows beside it are compared with.</summary>
    Reference,

    /// <summary>An overall estimate: a diamond as wide as the interval.</summary>
    Summary,
}
