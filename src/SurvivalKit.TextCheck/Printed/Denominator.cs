namespace SurvivalKit.TextCheck;

/// <summary>A possible denominator of a percentage.</summary>
/// <param name="Name">Its name: <c>the arm's N</c>.</param>
/// <param name="N">The number, 1 or more for a percentage to exist.</param>
public sealed record Denominator(string Name, int N);
