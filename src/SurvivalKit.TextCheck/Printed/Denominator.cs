namespace SurvivalKit.TextCheck;

/// <summary>A number that a percentage may be of.</summary>
/// <param name="Name">What it is: <c>the arm's N</c>.</param>
/// <param name="N">The number, 1 or more for a percentage to exist.</param>
public sealed record Denominator(string Name, int N);
