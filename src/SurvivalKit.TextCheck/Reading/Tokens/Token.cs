namespace SurvivalKit.TextCheck;

/// <summary>A word, a number or a sign of a text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Key">Its characters in lower case, to compare words.</param>
/// <param name="Number">Its value, where it is a number.</param>
/// <param name="Start">Where it starts in the plain text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Key, PrintedNumber Number, int Start, int End)
{
    /// <summary>The token after the last one.</summary>
    public static Token None { get; } = new(TokenKind.End, "", "", default, 0, 0);

    /// <summary>Whether it is a number without decimals that can be a count.</summary>
    public bool IsWhole => Kind == TokenKind.Number && Number.Decimals == 0 && Number.Value <= int.MaxValue;
}
