namespace SurvivalKit;

/// <summary>Score and information summed over the event times, each time with a multiplier of its own.</summary>
internal interface IEventMoments
{
    /// <summary>The score and the information (its lower triangle) for each of several lists of multipliers.</summary>
    /// <param name="multipliers">The multiplier of each event time; an empty list: 1.</param>
    (double[] Score, double[,] Information)[] Sums(params double[][] multipliers);
}
