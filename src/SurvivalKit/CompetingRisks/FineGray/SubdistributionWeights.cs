namespace SurvivalKit;

/// <summary>The weights with which those who had another cause stay at risk for a cause (Fine and Gray 1999; Geskus 2011): G(t) / G(T) with
/// the probability G of being under observation.</summary>
internal static class SubdistributionWeights
{
    /// <summary>The weights; <see langword="null"/> where G is 0 at an event of the cause, or before one at the end of one who has another
    /// cause.</summary>
    /// <param name="sample">The observations.</param>
    /// <param name="cause">The place of the cause, from 1.</param>
    public static LastingWeights? Of(SurvivalSample sample, int cause)
    {
        int[] causes = sample.Response.CauseArray;
        var isLasting = new bool[sample.Count];
        var probability = new double[sample.Count];
        bool isLate = EntersLate(sample);
        foreach (SampleRows stratum in sample.ByStratum())
        {
            double[] before = CensoringWeight.Estimate(stratum, isLate).Before(stratum.Time.Span);
            ReadOnlySpan<int> rows = stratum.Rows.Span;
            bool isBeforeEvents = false;
            for (int i = rows.Length - 1; i >= 0; i--)
            {
                bool isEvent = causes[rows[i]] == cause;
                isBeforeEvents |= isEvent;
                isLasting[rows[i]] = causes[rows[i]] > 0 && !isEvent && isBeforeEvents;
                probability[rows[i]] = before[i];
                if (before[i] == 0 && (isEvent || isLasting[rows[i]]))
                {
                    return null;
                }
            }
        }

        return new LastingWeights(isLasting, probability);
    }

    /// <summary>Whether an observation enters after the first one has ended, so that entry has a distribution of its own.</summary>
    public static bool EntersLate(SurvivalSample sample) =>
        sample.Response.IsCounting && sample.Order.SortedStart[^1] > sample.Order.SortedTime[0];
}
