namespace SurvivalKit;

/// <summary>Pointwise limits of Turnbull's estimate from bootstrap samples of the observations (Sun 2006, section 3.5): the quantiles of
/// the survival after each interval.</summary>
internal static class TurnbullBootstrap
{
    /// <param name="intervals">The innermost intervals of all observations, among which are those of any sample of them.</param>
    /// <param name="weights">The weight of each observation.</param>
    /// <param name="options">The number of samples, the seed and the level.</param>
    /// <returns>The limits of the survival after each interval.</returns>
    public static (double[] Lower, double[] Upper) Limits(InnermostIntervals intervals, double[] weights, TurnbullOptions options)
    {
        int m = intervals.Count;
        var survivals = new double[options.Bootstrap][];

        // Each sample has a seed of its own, so that the limits do not depend on the number of threads.
        RowBlocks.ForEach(options.Bootstrap, int.MaxValue, sample =>
        {
            var random = new Random(HashCode(options.Seed, sample));
            var drawn = new double[weights.Length];
            for (int i = 0; i < drawn.Length; i++)
            {
                int row = random.Next(drawn.Length);
                drawn[row] += weights[row];
            }

            double[] p = TurnbullMaximizer.Run(new TurnbullLikelihood(intervals, drawn)).P;
            var survival = new double[m];
            double left = 1;
            for (int j = 0; j < m; j++)
            {
                left -= p[j];
                survival[j] = Math.Clamp(left, 0, 1);
            }

            survivals[sample] = survival;
        });
        double tail = (1 - options.Level) / 2;
        double[] lower = new double[m];
        double[] upper = new double[m];
        for (int j = 0; j < m; j++)
        {
            double[] values = Array.ConvertAll(survivals, survival => survival[j]);
            Array.Sort(values);
            lower[j] = At(values, tail);
            upper[j] = At(values, 1 - tail);
        }

        return (lower, upper);
    }

    // System.HashCode differs from run to run.
    private static int HashCode(int seed, int sample) => unchecked((seed * 486187739) + (sample * 16777619));

    // R's quantile of type 7.
    private static double At(double[] sorted, double part)
    {
        double place = part * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }
}
