namespace SurvivalKit.TextCheck;

/// <summary>A cell of a table in a text.</summary>
/// <param name="Start">Where its characters start in the plain text.</param>
/// <param name="Text">Its characters without spaces around them.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record TextCell(int Start, string Text, IReadOnlyList<Token> Tokens)
{
    public bool IsEmpty => Tokens.Count == 0 || Tokens.All(token => token.Key is "-" or "—");
}
