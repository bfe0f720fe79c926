using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The time axis of a figure of step curves, and the table under it.</summary>
/// <param name="Left">Where it starts, in points.</param>
/// <param name="Right">Where it ends, in points.</param>
/// <param name="End">The time there.</param>
/// <param name="Step">The distance of its ticks.</param>
/// <param name="Ticks">The ticks.</param>
/// <param name="Rows">The rows of the table, a cell a tick.</param>
internal sealed record StepTimeAxis(
    double Left, double Right, double End, double Step, ImmutableArray<double> Ticks, ImmutableArray<RiskRow> Rows);
