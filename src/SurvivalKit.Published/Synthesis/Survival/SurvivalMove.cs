namespace SurvivalKit.Published;

/// <summary>What a change of a <see cref="SurvivalDraft"/> affects.</summary>
/// <param name="Endpoint">The endpoint; -1: an indicator.</param>
/// <param name="Indicator">The place of the indicator in <see cref="SurvivalDraft.Free"/>; -1: an endpoint.</param>
/// <param name="KeepsArms">Whether each arm still has the same times and events, for other patients.</param>
internal readonly record struct SurvivalMove(int Endpoint, int Indicator, bool KeepsArms);
