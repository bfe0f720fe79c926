namespace SurvivalKit;

/// <summary>The variance of the scores of one stratum in Gray's test, a sum of squares over events (Gray 1988).</summary>
/// <remarks>With h = n / S(t-) of a group and H their sum: A_ik = (1 - F0)^rho h_i (1{i = k} - h_k / H), and C_ik sums A_ik d / (H (1 -
/// F0)). An event of the cause at t in group k counts A_ik - u (C_ik(t) - C_ik(end)) with u = 1 - (1 - F0(t)) / S_k(t), one of another
/// cause u (C_ik(t) - C_ik(end)) with u = (1 - F0(t)) / S_k(t). Tied events have a hypergeometric variance.</remarks>
internal sealed class GrayParts(int groups)
{
    private readonly double[,] _share = new double[groups, groups];
    private readonly double[,] _sum = new double[groups, groups];
    private readonly double[,] _cross = new double[groups, groups];
    private readonly double[,] _mixed = new double[groups, groups];
    private readonly double[] _ends = new double[groups];
    private readonly double[] _part = new double[groups];

    /// <summary>Adds the events of one time.</summary>
    /// <param name="states">The groups just before it.</param>
    /// <param name="weight">The weight of the time.</param>
    /// <param name="events">The number of events of the cause.</param>
    /// <param name="exposed">H.</param>
    /// <param name="before">1 - F0 just before the time.</param>
    /// <param name="after">1 - F0 at it.</param>
    public void Visit(GraySums.GroupState[] states, double weight, double events, double exposed, double before, double after)
    {
        Share(states, weight, exposed, events / (exposed * before));
        for (int k = 0; k < groups; k++)
        {
            GraySums.GroupState state = states[k];
            if (state.AtRisk <= 0)
            {
                continue;
            }

            double survival = state.SurvivalAfter;
            if (events > 0)
            {
                double ties = events > 1 ? 1 - ((events - 1) / ((exposed * state.Survival) - 1)) : 1;
                Add(k, 1, survival > 0 ? 1 - (after / survival) : 1, ties * state.Survival * events / (exposed * state.AtRisk));
            }

            if (state.Others > 0 && survival > 0)
            {
                double ties = state.Others > 1 ? 1 - ((state.Others - 1) / (state.AtRisk - 1)) : 1;
                Add(k, 0, -after / survival, ties * state.Survival * state.Survival * state.Others / (state.AtRisk * state.AtRisk));
            }
        }
    }

    /// <summary>Adds the variance, the sums at the end of time being known.</summary>
    public void AddTo(double[,] variance)
    {
        for (int i = 0; i < groups; i++)
        {
            for (int j = 0; j < groups; j++)
            {
                variance[i, j] += _cross[i, j];
                for (int k = 0; k < groups; k++)
                {
                    variance[i, j] += (_sum[i, k] * _sum[j, k] * _ends[k]) + (_sum[i, k] * _mixed[j, k]) + (_sum[j, k] * _mixed[i, k]);
                }
            }
        }
    }

    // A, and C with this time.
    private void Share(GraySums.GroupState[] states, double weight, double exposed, double hazard)
    {
        for (int i = 0; i < groups; i++)
        {
            for (int k = 0; k < groups; k++)
            {
                _share[i, k] = weight * states[i].Exposed * ((i == k ? 1 : 0) - (states[k].Exposed / exposed));
                _sum[i, k] += _share[i, k] * hazard;
            }
        }
    }

    private void Add(int k, double share, double multiple, double variance)
    {
        for (int i = 0; i < groups; i++)
        {
            _part[i] = (share * _share[i, k]) - (multiple * _sum[i, k]);
            _mixed[i, k] += _part[i] * multiple * variance;
            for (int j = 0; j <= i; j++)
            {
                _cross[i, j] += _part[i] * _part[j] * variance;
                _cross[j, i] = _cross[i, j];
            }
        }

        _ends[k] += multiple * multiple * variance;
    }
}
