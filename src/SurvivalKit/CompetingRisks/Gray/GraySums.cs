namespace SurvivalKit;

/// <summary>The scores of Gray's test of one cause and their covariance, summed over strata (Gray 1988).</summary>
/// <remarks>
/// Of group g, n is the number at risk, S the Kaplan-Meier estimate of no event at all, F the incidence of the cause, and h = n / S(t-),
/// what would be at risk if nobody but those with this cause left. The common incidence F0 rises by d / sum h. The score is the sum of
/// (1 - F0)^rho (d_g - d R_g / sum R) with R = h (1 - F(t-)). It is a sum over the martingales of events of the cause and of the others, so
/// that its variance is a sum of squares, in which an event at t in group k has a part in the score of group i that needs C_ik at the end
/// of time: three sums, without (Cross), with (Mixed) and with the square of it (Ends), are kept until it is known.
/// </remarks>
internal sealed class GraySums
{
    private readonly int _groups;

    private GraySums(int groups)
    {
        _groups = groups;
        Observed = new double[groups];
        Expected = new double[groups];
        Variance = new double[groups, groups];
    }

    public double[] Observed { get; }

    public double[] Expected { get; }

    public double[,] Variance { get; }

    public static GraySums Sum(SurvivalSample sample, int cause, double rho)
    {
        var sums = new GraySums(sample.Groups.Count);
        foreach (SampleRows stratum in sample.ByStratum())
        {
            sums.Add(stratum, cause + 1, rho);
        }

        return sums;
    }

    private void Add(SampleRows stratum, int cause, double rho)
    {
        int[] codes = stratum.Sample.Groups.Codes;
        int[] causes = stratum.Sample.Response.CauseArray;
        ReadOnlySpan<int> rows = stratum.Rows.Span;
        var states = new GroupState[_groups];
        Array.Fill(states, GroupState.Beginning);
        foreach (int row in rows)
        {
            states[codes[row]].AtRisk++;
        }

        var parts = new GrayParts(_groups);
        double common = 0;
        foreach (RiskSet set in stratum.Rising)
        {
            for (int i = set.First; i < set.End; i++)
            {
                ref GroupState state = ref states[codes[rows[i]]];
                state.Leaving++;
                state.Events += causes[rows[i]] == cause ? 1 : 0;
                state.Others += causes[rows[i]] > 0 && causes[rows[i]] != cause ? 1 : 0;
            }

            common = Visit(states, parts, common, rho);
            for (int g = 0; g < states.Length; g++)
            {
                states[g].Leave();
            }
        }

        parts.AddTo(Variance);
    }

    // One time: returns the common incidence after it.
    private double Visit(GroupState[] states, GrayParts parts, double common, double rho)
    {
        double events = states.Sum(state => state.Events);
        if (events == 0 && Array.TrueForAll(states, state => state.Others == 0))
        {
            return common;
        }

        double exposed = states.Sum(state => state.Exposed);
        double compared = states.Sum(state => state.Exposed * (1 - state.Incidence));
        double weight = Math.Pow(1 - common, rho);
        for (int g = 0; g < states.Length; g++)
        {
            Observed[g] += weight * states[g].Events;
            Expected[g] += weight * events * states[g].Exposed * (1 - states[g].Incidence) / compared;
        }

        double after = common + (events / exposed);
        parts.Visit(states, weight, events, exposed, 1 - common, 1 - after);
        return after;
    }

    /// <summary>A group of a stratum on its way through time: the survival and the incidence are those just before the time.</summary>
    internal record struct GroupState(double AtRisk, double Survival, double Incidence)
    {
        public static GroupState Beginning { get; } = new(0, 1, 0);

        public int Leaving { get; set; }

        public double Events { get; set; }

        public double Others { get; set; }

        public readonly double Exposed => AtRisk > 0 ? AtRisk / Survival : 0;

        public readonly double SurvivalAfter => AtRisk > 0 ? Survival * (AtRisk - Events - Others) / AtRisk : Survival;

        public void Leave()
        {
            if (AtRisk > 0)
            {
                Incidence += Survival * Events / AtRisk;
                Survival = SurvivalAfter;
            }

            AtRisk -= Leaving;
            (Leaving, Events, Others) = (0, 0, 0);
        }
    }
}
