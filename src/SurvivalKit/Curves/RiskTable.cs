using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>For each distinct end time of a group: who is at risk, who has the event, who is censored.</summary>
internal sealed record RiskTable(
    int Observations,
    ImmutableArray<double> Time,
    ImmutableArray<double> AtRisk,
    ImmutableArray<double> Events,
    ImmutableArray<double> Censored)
{
    /// <summary>Counts the observations at the given places of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="weights">A weight an observation; empty: all 1.</param>
    /// <param name="members">The places of the group's observations; empty: all.</param>
    public static RiskTable Of(Surv response, ReadOnlySpan<double> weights, ReadOnlySpan<int> members)
    {
        int n = members.IsEmpty ? response.Count : members.Length;
        int[] order = members.IsEmpty ? [.. Enumerable.Range(0, n)] : members.ToArray();
        var keys = new double[n];
        for (int i = 0; i < n; i++)
        {
            keys[i] = response.Time[order[i]];
        }

        Array.Sort(keys, order);
        int distinct = 0;
        for (int i = 0; i < n; i++)
        {
            distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        }

        var time = new double[distinct];
        var atRisk = new double[distinct];
        var events = new double[distinct];
        var censored = new double[distinct];
        double[] entries = SortedEntries(response, weights, order, out double[] entryWeights);
        double stillIn = 0;
        double notYetIn = 0;
        int rowsAtRisk = 0;
        int entry = entries.Length - 1;

        // From the last time to the first: at risk are those that end at or after it, less those that enter at or after it.
        for (int i = n - 1, row = distinct - 1; row >= 0; row--)
        {
            time[row] = keys[i];
            int rowsWithEvent = 0;
            for (; i >= 0 && keys[i] == time[row]; i--)
            {
                double weight = weights.IsEmpty ? 1 : weights[order[i]];
                stillIn += weight;
                (response.Event[order[i]] ? events : censored)[row] += weight;
                int counted = weight > 0 ? 1 : 0;
                rowsAtRisk += counted;
                rowsWithEvent += response.Event[order[i]] ? counted : 0;
            }

            for (; entry >= 0 && entries[entry] >= time[row]; entry--)
            {
                notYetIn += entryWeights[entry];
                rowsAtRisk -= entryWeights[entry] > 0 ? 1 : 0;
            }

            // Where all at risk have the event the survival is 0, and no difference of sums of fractional weights may say otherwise.
            atRisk[row] = rowsAtRisk == rowsWithEvent ? events[row] : stillIn - notYetIn;
        }

        return new RiskTable(n, Share(time), Share(atRisk), Share(events), Share(censored));
    }

    private static double[] SortedEntries(Surv response, ReadOnlySpan<double> weights, int[] order, out double[] entryWeights)
    {
        if (!response.IsCounting)
        {
            entryWeights = [];
            return [];
        }

        var entries = new double[order.Length];
        entryWeights = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            entries[i] = response.Start[order[i]];
            entryWeights[i] = weights.IsEmpty ? 1 : weights[order[i]];
        }

        Array.Sort(entries, entryWeights);
        return entries;
    }

    private static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
