namespace SurvivalKit;

/// <summary>The weights of events in Uno's concordance: 1 / G(t-)^2, where G is the Kaplan-Meier estimate of not being censored in the
/// stratum (Uno et al. 2011; R's <c>concordance</c>).</summary>
/// <remarks>Events come before censorings at the same time: G falls by the share of those censored among those at risk without the events.
/// As in R, in a stratum with a single event all weights are 1.</remarks>
internal static class CensoringWeights
{
    /// <param name="data">The sorted rows, right-censored; the last time of a stratum comes first.</param>
    /// <param name="horizon">Events after it have the weight 0.</param>
    /// <returns>The weight of each sorted row; that of a censored one is not used.</returns>
    public static double[] Compute(CoxData data, double horizon)
    {
        var weights = new double[data.Rows];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            Fill(data, data.StratumStarts[s], data.StratumStarts[s + 1], horizon, weights);
        }

        return weights;
    }

    private static void Fill(CoxData data, int from, int to, double horizon, double[] weights)
    {
        bool isSingle = data.IsEvent.AsSpan(from, to - from).Count(true) < 2;
        double atRisk = 0;
        for (int row = from; row < to; row++)
        {
            atRisk += data.Weight[row];
        }

        double free = 1;
        for (int row = to - 1; row >= from;)
        {
            double time = data.Time[row];
            double events = 0;
            double censored = 0;
            for (; row >= from && data.Time[row] == time; row--)
            {
                events += data.IsEvent[row] ? data.Weight[row] : 0;
                censored += data.IsEvent[row] ? 0 : data.Weight[row];
                weights[row] = time > horizon ? 0 : isSingle ? 1 : 1 / (free * free);
            }

            free *= censored > 0 && atRisk - events > 0 ? 1 - (censored / (atRisk - events)) : 1;
            atRisk -= events + censored;
        }
    }
}
