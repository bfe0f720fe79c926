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
            if (sample.Copies.Length == 0)
            {
                Walk(stratum, leaving, entering, new Single(), groups, ref visitor);
            }
            else
            {
                Walk(stratum, leaving, entering, new Counted(stratum, sample.Copies), groups, ref visitor);
            }
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

    private static void Walk<TCopies, TVisitor>(
        SampleRows stratum, int[] leaving, int[] entering, TCopies copies, int groups, ref TVisitor visitor)
        where TCopies : struct, ICopies
        where TVisitor : struct, IEventTimeVisitor
    {
        visitor.BeginStratum();
        var atRisk = new double[groups];
        var deaths = new double[groups];
        double all = 0;
        if (stratum.Start.IsEmpty)
        {
            for (int i = 0; i < stratum.Rows.Length; i++)
            {
                atRisk[leaving[i] >> 1] += copies.OfLeaving(i);
                all += copies.OfLeaving(i);
            }
        }

        int entry = 0;
        foreach (RiskSet set in stratum.Rising)
        {
            for (; entry < set.Entered; entry++)
            {
                atRisk[entering[entry] >> 1] += copies.OfEntering(entry);
                all += copies.OfEntering(entry);
            }

            int events = 0;
            int gone = 0;
            for (int i = set.First; i < set.End; i++)
            {
                int row = leaving[i];
                int count = copies.OfLeaving(i);
                deaths[row >> 1] += (row & 1) * count;
                events += (row & 1) * count;
                gone += count;
            }

            if (events > 0)
            {
                visitor.Visit(atRisk, deaths, all, events);
            }

            all -= gone;
            for (int i = set.First; i < set.End; i++)
            {
                int group = leaving[i] >> 1;
                atRisk[group] -= copies.OfLeaving(i);
                deaths[group] = 0;
            }
        }
    }

    // How many observations each row stands for, as a type so that the loop is compiled without it where that is one.
    private interface ICopies
    {
        int OfLeaving(int place);

        int OfEntering(int place);
    }

    private readonly struct Single : ICopies
    {
        public int OfLeaving(int place) => 1;

        public int OfEntering(int place) => 1;
    }

    private readonly struct Counted(SampleRows stratum, int[] copies) : ICopies
    {
        public int OfLeaving(int place) => copies[stratum.Rows.Span[place]];

        public int OfEntering(int place) => copies[stratum.Entrants.Span[place]];
    }
}
