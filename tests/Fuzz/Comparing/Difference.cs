namespace SurvivalKit.Fuzz;

/// <summary>A disagreement between this library and R.</summary>
/// <param name="Class">Its class: the question and the number, as <c>cox coef</c>, and how they disagree where that is not by
/// value.</param>
/// <param name="Detail">The two values.</param>
internal sealed record Difference(string Class, string Detail);
