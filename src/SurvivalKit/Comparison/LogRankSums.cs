namespace SurvivalKit;

/// <summary>Observed and expected events of each group and the covariance of their differences, summed over event times and strata
/// (Mantel 1966; Harrington and Fleming 1982; R's <c>survdiff</c>).</summary>
internal struct LogRankSums(LogRankOptions options, int groups) : IEventTimeVisitor
{
    // Minus the covariance of two groups: the sum of w^2 d (n - d) / (n - 1) times both proportions at risk; below the diagonal, row-major.
    private readonly double[] _shared = new double[groups * groups];
    private LogRankWeight _weight = new(options);

    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    public static LogRankSums Sum(ComparisonData data, LogRankOptions options)
    {
        var sums = new LogRankSums(options, data.Names.Length);
        ComparisonWalk.Over(data.Sample, ref sums);
        return sums;
    }

    public void BeginStratum() => _weight.Restart();

    public void Visit(ReadOnlySpan<double> atRisk, ReadOnlySpan<double> deaths, double all, double events)
    {
        double weight = _weight.Next(all, events);
        double hazard = weight * events / all;
        double spread = all > 1 ? weight * hazard * (all - events) / ((all - 1) * all) : 0;
        Span<double> observed = Observed.AsSpan(0, atRisk.Length);
        Span<double> expected = Expected.AsSpan(0, atRisk.Length);
        for (int a = 0; a < atRisk.Length; a++)
        {
            observed[a] += weight * deaths[a];
            expected[a] += hazard * atRisk[a];
            double share = spread * atRisk[a];
            Span<double> shared = _shared.AsSpan(a * atRisk.Length, a);
            for (int b = 0; b < shared.Length; b++)
            {
                shared[b] += share * atRisk[b];
            }
        }
    }

    /// <summary>The covariance matrix. Its rows sum to 0, so that a variance is minus the sum of the group's covariances with the
    /// others.</summary>
    public readonly double[,] Variance()
    {
        int groups = Observed.Length;
        var variance = new double[groups, groups];
        for (int a = 0; a < groups; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double shared = _shared[(a * groups) + b];
                variance[a, b] = variance[b, a] = 0 - shared;
                variance[a, a] += shared;
                variance[b, b] += shared;
            }
        }

        return variance;
    }
}
