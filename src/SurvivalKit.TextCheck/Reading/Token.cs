namespace SurvivalKit.TextCheck;

/// <summary>A word, a number or a sign of a text.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Key">Its characters in small letters, to compare words by.</param>
/// <param name="Number">Its value, where it is a number.</param>
/// <param name="Start">Where it starts in the plain text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Key, PrintedNumber Number, int Start, int End)
{
    /// <summary>What stands behind the last token.</summary>
    public static Token None { get; } = new(TokenKind.End, "", "", default, 0, 0);

    /// <summary>Whether it is a number without decimals that can be a count.</summary>
    public bool IsWhole => Kind == TokenKind.Number && Number.Decimals == 0 && Number.Value <= int.MaxValue;
}
