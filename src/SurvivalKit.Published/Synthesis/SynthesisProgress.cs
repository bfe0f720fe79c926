namespace SurvivalKit.Published;

/// <summary>The progress of a search.</summary>
/// <param name="Round">The round, from 1.</param>
/// <param name="Rounds">The number of rounds.</param>
/// <param name="Searches">The searches that run in the round.</param>
/// <param name="Finished">Those among them that have ended.</param>
/// <param name="Cost">The least sum of distances so far, in units of the last printed decimals; 0: every figure is printed the
/// same.</param>
public sealed record SynthesisProgress(int Round, int Rounds, int Searches, int Finished, double Cost);
