namespace SurvivalKit.Published;

/// <summary>The summary of a search for times and events.</summary>
/// <param name="Searches">The searches that were started.</param>
/// <param name="Cost">The cost of the best one: the sum of the roots of the distances in printed units; 0: every figure is printed the
/// same.</param>
/// <param name="WasStopped">Whether the time limit ended it.</param>
internal readonly record struct SearchSummary(int Searches, double Cost, bool WasStopped);
