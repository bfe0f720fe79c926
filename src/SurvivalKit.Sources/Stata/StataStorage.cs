namespace SurvivalKit.Sources;

/// <summary>How a Stata file stores the values of a variable.</summary>
internal enum StataStorage
{
    /// <summary>A whole number of a byte.</summary>
    Byte,

    /// <summary>A whole number of two bytes.</summary>
    Int,

    /// <summary>A whole number of four bytes.</summary>
    Long,

    /// <summary>A number of four bytes.</summary>
    Float,

    /// <summary>A number of eight bytes.</summary>
    Double,

    /// <summary>Text of a fixed width.</summary>
    Text,

    /// <summary>The place of a text that stands behind the rows.</summary>
    LongText,
}
