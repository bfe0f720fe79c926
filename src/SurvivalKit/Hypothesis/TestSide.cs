namespace SurvivalKit;

/// <summary>The side of a test. That of a one-sided test of a 2 x 2 table is by the first count of its first row.</summary>
public enum TestSide
{
    /// <summary>Both sides.</summary>
    TwoSided,

    /// <summary>The first count is smaller than by chance.</summary>
    Less,

    /// <summary>The first count is larger than by chance.</summary>
    Greater,

    /// <summary>The side with the smaller P.</summary>
    SmallerTail,
}
