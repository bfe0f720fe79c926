namespace SurvivalKit;

/// <summary>The weight of the events of each cause at each distinct time of a group.</summary>
internal static class CauseEvents
{
    /// <summary>A list for each cause, with an element for each time of the group's risk table.</summary>
    public static double[][] Count(SampleRows group, int times)
    {
        int[] cause = group.Sample.Response.CauseArray;
        double[] weights = group.Sample.Weights;
        ReadOnlySpan<int> rows = group.Rows.Span;
        var events = new double[group.Sample.Response.Causes.Length][];
        for (int k = 0; k < events.Length; k++)
        {
            events[k] = new double[times];
        }

        int at = 0;
        foreach (RiskSet set in group.Rising)
        {
            for (int i = set.First; i < set.End; i++)
            {
                int row = rows[i];
                if (cause[row] > 0)
                {
                    events[cause[row] - 1][at] += weights.Length == 0 ? 1 : weights[row];
                }
            }

            at++;
        }

        return events;
    }
}
