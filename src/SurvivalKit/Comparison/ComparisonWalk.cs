namespace SurvivalKit;

/// <summary>Visits the event times of a sample, stratum by stratum, with the number at risk and the number of events of each group
/// (Mantel 1966).</summary>
/// <remarks>One pass over the ordered rows: the numbers at risk are carried along, and nothing is allocated for an observation.</remarks>
internal static class ComparisonWalk
{
    /// <summary>Calls a visitor at every event time, in increasing order within each stratum.</summary>
    public static void Over<TVisitor>(SurvivalSample sample, ref TVisitor visitor)
        where TVisitor : struct, IEventTimeVisitor
    {
        int groups = sample.Groups.Count;
        SampleRows[] strata = sample.ByStratum();
        int longest = strata.Max(stratum => stratum.Rows.Length);
        var leaving = new int[longest];
        var entering = new int[sample.Response.IsCounting ? longest : 0];
        foreach (SampleRows stratum in strata)
        {
            Pack(sample, stratum.Rows.Span, leaving);
            Pack(sample, stratum.Entrants.Span, entering);
            Walk(stratum, leaving, entering, groups, ref visitor);
        }
    }

    // Group and event of each row packed together in time order, so that the pass reads memory sequentially.
    private static void Pack(SurvivalSample sample, ReadOnlySpan<int> rows, int[] packed)
    {
        int[] codes = sample.Groups.Codes;
        bool[] isEvent = sample.Event;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            packed[i] = (codes[row] << 1) | (isEvent[row] ? 1 : 0);
        }
    }

    private static void Walk<TVisitor>(SampleRows stratum, int[] leaving, int[] entering, int groups, ref TVisitor visitor)
        where TVisitor : struct, IEventTimeVisitor
    {
        visitor.BeginStratum();
        var atRisk = new double[groups];
        var deaths = new double[groups];
        double all = 0;
        if (stratum.Start.IsEmpty)
        {
            all = stratum.Rows.Length;
            foreach (int row in leaving.AsSpan(0, stratum.Rows.Length))
            {
                atRisk[row >> 1]++;
            }
        }

        int entry = 0;
        foreach (RiskSet set in stratum.Rising)
        {
            for (; entry < set.Entered; entry++)
            {
                atRisk[entering[entry] >> 1]++;
                all++;
            }

            int events = 0;
            for (int i = set.First; i < set.End; i++)
            {
                int row = leaving[i];
                deaths[row >> 1] += row & 1;
                events += row & 1;
            }

            if (events > 0)
            {
                visitor.Visit(atRisk, deaths, all, events);
            }

            all -= set.End - set.First;
            for (int i = set.First; i < set.End; i++)
            {
                int group = leaving[i] >> 1;
                atRisk[group]--;
                deaths[group] = 0;
            }
        }
    }
}
