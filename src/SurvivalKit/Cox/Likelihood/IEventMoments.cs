namespace SurvivalKit;

/// <summary>Score and information summed over the event times, each time with a multiplier of its own.</summary>
internal interface IEventMoments
{
    /// <summary>The score.</summary>
    double[] Score { get; }

    /// <summary>The information; lower triangle.</summary>
    double[,] Information { get; }

    /// <summary>Sums up.</summary>
    /// <param name="multiplier">The multiplier of each event time; empty: 1.</param>
    void Set(double[] multiplier);
}
