namespace SurvivalKit.Published;

/// <summary>A piece of a printed cell: text between numbers, or a number.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Claim">The number with its verdict; <see langword="null"/>: text between numbers.</param>
public sealed record PrintedPiece(string Text, AuditedClaim? Claim);
