namespace SurvivalKit.TextCheck;

/// <summary>The kind of a token.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Letters, with digits and hyphens within: <c>Ki-67</c>, <c>log-rank</c>.</summary>
    Word,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,
}
