namespace SurvivalKit.Published;

/// <summary>The summary of a search for times and events.</summary>
/// <param name="Searches">The searches that were started.</param>
/// <param name="Misfit">The sum of the distances of the best one, in printed units; 0: every figure is printed the same.</param>
/// <param name="WasStopped">Whether the time limit ended it.</param>
internal readonly record struct SearchSummary(int Searches, double Misfit, bool WasStopped);
