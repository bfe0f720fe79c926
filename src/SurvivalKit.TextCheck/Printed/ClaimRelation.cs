namespace SurvivalKit.TextCheck;

/// <summary>How a printed number relates to the quantity.</summary>
public enum ClaimRelation
{
    /// <summary>The number is the quantity, rounded.</summary>
    Equal,

    /// <summary>The quantity is below the number, as in <c>P &lt; .001</c>.</summary>
    Less,

    /// <summary>The quantity is above the number.</summary>
    Greater,
}
