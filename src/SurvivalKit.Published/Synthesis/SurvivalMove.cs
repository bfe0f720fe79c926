namespace SurvivalKit.Published;

/// <summary>What a change of a <see cref="SurvivalDraft"/> touches.</summary>
/// <param name="Endpoint">The endpoint; -1: an indicator.</param>
/// <param name="Arm">The arm of the patient; -1 where two patients changed.</param>
/// <param name="Indicator">The indicator; <see langword="null"/>: an endpoint.</param>
internal readonly record struct SurvivalMove(int Endpoint, int Arm, string? Indicator);
