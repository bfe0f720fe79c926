namespace SurvivalKit.Published;

/// <summary>How a search for times and events went.</summary>
/// <param name="Searches">The searches that were started.</param>
/// <param name="Cost">What the best one left: the distances in printed units, each as its root; 0: every figure prints the same.</param>
/// <param name="WasStopped">Whether the time that was asked for ended it.</param>
internal readonly record struct SearchSummary(int Searches, double Cost, bool WasStopped);
