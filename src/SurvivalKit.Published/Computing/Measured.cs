namespace SurvivalKit.Published;

/// <summary>A number that was computed for an aspect of a row, and how.</summary>
/// <param name="Value">The number; <see langword="null"/>: it could not be computed.</param>
/// <param name="How">How it was computed, or why it could not be.</param>
internal readonly record struct Measured(double? Value, string? How);
