using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Several weighted log-rank statistics of the second of two groups and their covariances, summed over event times
/// and strata (Karrison 2016).</summary>
internal struct MaxComboSums : IEventTimeVisitor
{
    private readonly LogRankWeight[] _weights;
    private readonly double[] _now;

    public MaxComboSums(ImmutableArray<FlemingHarrington> weights)
    {
        _weights = [.. weights.Select(weight => new LogRankWeight(LogRankWeighting.FlemingHarrington, weight.Rho, weight.Gamma))];
        _now = new double[weights.Length];
        Statistic = new double[weights.Length];
        Covariance = new double[weights.Length, weights.Length];
    }

    public double[] Statistic { get; }

    /// <summary>The covariances; only those on and below the diagonal.</summary>
    public double[,] Covariance { get; }

    public readonly void BeginStratum()
    {
        foreach (ref LogRankWeight weight in _weights.AsSpan())
        {
            weight.Restart();
        }
    }

    public readonly void Visit(ReadOnlySpan<double> atRisk, ReadOnlySpan<double> deaths, double all, double events)
    {
        double share = atRisk[1] / all;
        double excess = deaths[1] - (events * share);
        double variance = all > 1 ? events * share * (atRisk[0] / all) * (all - events) / (all - 1) : 0;
        for (int k = 0; k < _weights.Length; k++)
        {
            _now[k] = _weights[k].Next(all, events);
            Statistic[k] += _now[k] * excess;
            for (int l = 0; l <= k; l++)
            {
                Covariance[k, l] += _now[k] * _now[l] * variance;
            }
        }
    }
}
