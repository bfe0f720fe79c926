namespace SurvivalKit;

/// <summary>Wins and losses of all pairs of a treated subject and a control, by a hierarchy of outcomes (Pocock, Ariti, Collier and Wang
/// 2012), and the influence of each subject on their sums (Dong, Li, Ballerstedt and Vandemeulebroecke 2016).</summary>
/// <remarks>A subject wins by an outcome where the other one has the event while the subject is known to be free of it: later event, or
/// observed at that time or beyond. Sums are over pairs within a stratum, weighted by one over its size (Dong, Qiu, Wang and
/// Vandemeulebroecke 2018). A sum of wins is a two-sample U statistic; a subject's influence on it is its own wins minus those of the
/// average subject of its group.</remarks>
internal sealed class WinPairs
{
    private readonly double[][] _time;
    private readonly bool[][] _event;

    private WinPairs(double[][] time, bool[][] isEvent, int subjects)
    {
        _time = time;
        _event = isEvent;
        WinsBy = new long[time.Length];
        LossesBy = new long[time.Length];
        OfWins = new double[subjects];
        OfLosses = new double[subjects];
    }

    /// <summary>For each outcome the pairs that it decided for the treated one.</summary>
    public long[] WinsBy { get; }

    /// <summary>For each outcome the pairs that it decided for the control.</summary>
    public long[] LossesBy { get; }

    /// <summary>The number of pairs.</summary>
    public long Pairs { get; private set; }

    /// <summary>The weighted sum of wins.</summary>
    public double Wins { get; private set; }

    /// <summary>The weighted sum of losses.</summary>
    public double Losses { get; private set; }

    /// <summary>The weighted number of pairs.</summary>
    public double Weight { get; private set; }

    /// <summary>The influence of each subject on the wins.</summary>
    public double[] OfWins { get; }

    /// <summary>The influence of each subject on the losses.</summary>
    public double[] OfLosses { get; }

    /// <summary>Compares all pairs.</summary>
    /// <param name="time">For each outcome the times of the subjects.</param>
    /// <param name="isEvent">For each outcome whether they are events.</param>
    /// <param name="isTreated">Whether each subject is treated.</param>
    /// <param name="strata">The stratum of each subject; empty: one.</param>
    public static WinPairs Compare(double[][] time, bool[][] isEvent, bool[] isTreated, int[] strata)
    {
        var pairs = new WinPairs(time, isEvent, isTreated.Length);
        foreach (IGrouping<int, int> stratum in Enumerable.Range(0, isTreated.Length).GroupBy(i => strata.Length == 0 ? 0 : strata[i]))
        {
            int[] own = [.. stratum];
            pairs.Add(Array.FindAll(own, i => isTreated[i]), Array.FindAll(own, i => !isTreated[i]));
        }

        return pairs;
    }

    private void Add(int[] treated, int[] controls)
    {
        double share = 1.0 / (treated.Length + controls.Length);
        long wins = 0;
        long losses = 0;
        foreach (int i in treated)
        {
            foreach (int j in controls)
            {
                int result = Decide(i, j);
                if (result != 0)
                {
                    wins += result > 0 ? 1 : 0;
                    losses += result < 0 ? 1 : 0;
                    double[] of = result > 0 ? OfWins : OfLosses;
                    of[i] += share;
                    of[j] += share;
                }
            }
        }

        Pairs += (long)treated.Length * controls.Length;
        Wins += share * wins;
        Losses += share * losses;
        Weight += share * treated.Length * controls.Length;
        foreach (int[] group in new[] { treated, controls })
        {
            foreach (int i in group)
            {
                OfWins[i] -= share * wins / group.Length;
                OfLosses[i] -= share * losses / group.Length;
            }
        }
    }

    // 1 where the first wins, -1 where it loses, 0 where no outcome decides.
    private int Decide(int first, int second)
    {
        for (int k = 0; k < _time.Length; k++)
        {
            if (Outlasts(k, first, second))
            {
                WinsBy[k]++;
                return 1;
            }

            if (Outlasts(k, second, first))
            {
                LossesBy[k]++;
                return -1;
            }
        }

        return 0;
    }

    private bool Outlasts(int outcome, int one, int other)
    {
        double[] time = _time[outcome];
        return _event[outcome][other]
            && (time[one] > time[other] || (time[one] == time[other] && !_event[outcome][one]));
    }
}
