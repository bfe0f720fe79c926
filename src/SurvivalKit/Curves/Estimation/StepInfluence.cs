namespace SurvivalKit;

/// <summary>How a sum of steps over time answers to the weight of one observation: at each time at which it is at risk the sum falls by
/// <paramref name="Drift"/>, and where it has the event the sum rises by <paramref name="Jump"/>, for each unit of weight.</summary>
/// <param name="Drift">For each distinct time: what one more at risk takes away.</param>
/// <param name="Jump">For each distinct time: what one more event adds, besides.</param>
internal sealed record StepInfluence(double[] Drift, double[] Jump);
