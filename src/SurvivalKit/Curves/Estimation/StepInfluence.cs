namespace SurvivalKit;

/// <summary>The derivative of a sum of steps over time by the weight of one observation: the sum falls by <paramref name="Drift"/> at each
/// time at which the observation is at risk, and rises by <paramref name="Jump"/> where it has the event, per unit of weight.</summary>
/// <param name="Drift">For each distinct time: the decrease per unit of weight at risk.</param>
/// <param name="Jump">For each distinct time: the additional increase per unit of weight with the event.</param>
internal sealed record StepInfluence(double[] Drift, double[] Jump);
