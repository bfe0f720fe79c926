namespace SurvivalKit.TextCheck;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>Letters, with digits and hyphens within: <c>Ki-67</c>, <c>log-rank</c>.</summary>
    Word,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,
}
