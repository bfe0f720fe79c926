namespace SurvivalKit;

/// <summary>What curves are estimated from: a response in time order, case weights, and who belongs to whom.</summary>
/// <param name="Order">The order of the times.</param>
/// <param name="Event">Whether the event happened, for each observation.</param>
/// <param name="Weights">The case weight of each observation; empty: all 1.</param>
/// <param name="Clusters">The cluster of each observation, from 0; empty: each is its own.</param>
/// <param name="IsRobust">Whether errors are those of the infinitesimal jackknife.</param>
internal sealed record CurveData(TimeOrder Order, bool[] Event, double[] Weights, int[] Clusters, bool IsRobust)
{
    /// <summary>Puts the observations in order and settles whether errors are robust.</summary>
    /// <param name="response">The response.</param>
    /// <param name="weights">The case weight of each observation, checked; empty: all 1.</param>
    /// <param name="clusters">The cluster of each observation; empty: each is its own.</param>
    /// <param name="robust">What was asked for; <see langword="null"/>: R's rule, which is robust with clusters, and where a weight is not a whole number.</param>
    /// <param name="joinNearTies">Whether times that differ only by rounding are one time.</param>
    public static CurveData Of(Surv response, double[] weights, int[] clusters, bool? robust, bool joinNearTies)
    {
        if (clusters.Length > 0 && clusters.Length != response.Count)
        {
            throw new SurvivalDataException(FormattableString.Invariant($"There are {clusters.Length} clusters for {response.Count} observations; one each was expected."));
        }

        if (clusters.Length > 0 && robust == false)
        {
            throw new SurvivalDataException("Clusters were given, and Robust is false; clusters are used by robust errors only.");
        }

        return new CurveData(
            TimeOrder.Of(response, joinNearTies),
            response.EventArray,
            weights,
            clusters,
            robust ?? (clusters.Length > 0 || Array.Exists(weights, weight => weight != Math.Floor(weight))));
    }

    /// <summary>Refuses names of columns where there are no columns, rather than pass over them.</summary>
    public static void CheckNoColumns(string? weights, string? cluster)
    {
        if ((weights ?? cluster) is { } column)
        {
            throw new SurvivalDataException($"The options name the column \"{column}\", but there are no data with columns; weights and clusters were expected as numbers.");
        }
    }

    /// <summary>The same observations with events and censorings exchanged.</summary>
    public CurveData Reversed() => this with { Event = Array.ConvertAll(Event, isEvent => !isEvent), IsReversed = !IsReversed };

    /// <summary>Whether events and censorings have been exchanged.</summary>
    public bool IsReversed { get; private init; }
}
