namespace SurvivalKit;

/// <summary>The score of each interval-censored observation: (S(left) log S~(left) - S(right) log S~(right)) / (S(left) - S(right)) (Fay
/// and Shaw 2010, section 2).</summary>
internal static class IntervalLogRankScores
{
    public static double[] Of(Surv response, IntervalScores scores)
    {
        var intervals = new InnermostIntervals(response);
        double[] p = TurnbullMaximizer.Run(
            new TurnbullLikelihood(intervals, Enumerable.Repeat(1.0, response.Count).ToArray())).P;
        int m = p.Length;

        // The survival before each interval, and its logarithm; what is after the last mass does not die.
        double[] survival = new double[m + 1];
        double[] log = new double[m + 1];
        double[] tail = new double[m + 1];
        for (int j = m - 1; j >= 0; j--)
        {
            tail[j] = tail[j + 1] + p[j];
        }

        survival[0] = 1;
        double hazard = 0;
        for (int j = 0; j < m; j++)
        {
            double next = tail[j + 1];
            hazard += p[j] == 0 ? 0 : p[j] / survival[j];
            survival[j + 1] = next;
            log[j + 1] = scores == IntervalScores.Sun ? -hazard : next > 0 ? Math.Log(next) : 0;
        }

        double[] result = new double[response.Count];
        for (int i = 0; i < result.Length; i++)
        {
            (int first, int end) = (intervals.First[i], intervals.Last[i] + 1);
            result[i] = ((survival[first] * log[first]) - (survival[end] * log[end])) / (survival[first] - survival[end]);
        }

        return result;
    }
}
