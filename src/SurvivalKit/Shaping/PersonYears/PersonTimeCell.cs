using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A cell of a person-time table.</summary>
/// <param name="Levels">The level or band of each term.</param>
/// <param name="PersonTime">The time at risk in it, in the unit of the table.</param>
/// <param name="Observations">The number of rows with time at risk in it; R's n.</param>
/// <param name="Events">The number of events, or the sum of their weights.</param>
/// <param name="Rate">Events over person-time, for the table's number of units; not-a-number where there is no time.</param>
/// <param name="Lower">The exact Poisson limit below.</param>
/// <param name="Upper">The exact Poisson limit above.</param>
public sealed record PersonTimeCell(
    ImmutableArray<string> Levels, double PersonTime, int Observations, double Events, double Rate, double Lower, double Upper);
