namespace SurvivalKit.Published;

/// <summary>What a change of a <see cref="SurvivalDraft"/> affects.</summary>
/// <param name="Endpoint">The endpoint; -1: a covariate.</param>
/// <param name="Covariate">The place of the covariate in <see cref="SurvivalMoves.Changing"/>; -1: an endpoint.</param>
/// <param name="KeepsArms">Whether each arm still has the same times and events, for other patients.</param>
internal readonly record struct SurvivalMove(int Endpoint, int Covariate, bool KeepsArms);
