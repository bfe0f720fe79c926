namespace SurvivalKit;

/// <summary>The risk set of a group at a time t: the rows that end at or after t, without those that enter at or after it.</summary>
/// <param name="Time">The time t, at which observations end.</param>
/// <param name="First">The rows from this place on, in the order of their ends, end at t or after it.</param>
/// <param name="End">The rows from this place on end after t: those from <paramref name="First"/> up to it end at t.</param>
/// <param name="Entered">The entrants from this place on, in the order of their starts, are not yet at risk.</param>
internal readonly record struct RiskSet(double Time, int First, int End, int Entered);
