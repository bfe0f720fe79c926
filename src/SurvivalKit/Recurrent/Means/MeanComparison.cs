namespace SurvivalKit;

/// <summary>The differences of the mean cumulative functions of groups from that of all, and their covariance over subjects: for group g
/// the sum over time of Y_g (dm_g - sum Y_h dm_h / Y), where Y are numbers at risk and dm steps of means (Lawless and Nadeau 1995; with
/// terminal events Ghosh and Lin 2000, section 4).</summary>
/// <remarks>The differences are a sum over groups h of the steps of their means, times c = Y_g (1{g = h} - Y_h / Y); a subject's influence
/// on them is c times that on its group's mean. Without terminal events it is centred at the mean of all, as under the hypothesis, which
/// makes the test the robust score test of Andersen and Gill's model.</remarks>
internal sealed class MeanComparison
{
    private const int Ending = 2;

    private readonly SurvivalSample _sample;
    private readonly bool _hasTerminal;
    private readonly double[,] _influence;
    private readonly GroupCodes _units;

    private MeanComparison(SurvivalSample sample, bool hasTerminal)
    {
        _sample = sample;
        _hasTerminal = hasTerminal;
        _units = GroupCodes.FromNumbers(sample.Clusters);
        _influence = new double[_units.Count, sample.Groups.Count];
        Difference = new double[sample.Groups.Count];
        Expected = new double[sample.Groups.Count];
        Variance = new double[sample.Groups.Count, sample.Groups.Count];
    }

    /// <summary>The difference of each group.</summary>
    public double[] Difference { get; }

    /// <summary>The events that were expected in each group, were the rates the same.</summary>
    public double[] Expected { get; }

    /// <summary>The covariance of the differences.</summary>
    public double[,] Variance { get; }

    /// <summary>Sums over strata.</summary>
    public static MeanComparison Sum(SurvivalSample sample, bool hasTerminal)
    {
        var sums = new MeanComparison(sample, hasTerminal);
        foreach (SampleRows stratum in sample.ByStratum())
        {
            sums.Add(stratum);
        }

        int groups = sample.Groups.Count;
        for (int unit = 0; unit < sums._units.Count; unit++)
        {
            for (int g = 0; g < groups; g++)
            {
                for (int h = 0; h < groups; h++)
                {
                    sums.Variance[g, h] += sums._influence[unit, g] * sums._influence[unit, h];
                }
            }
        }

        return sums;
    }

    private void Add(SampleRows stratum)
    {
        RiskTable all = RiskTable.Count(stratum);
        var steps = new GroupSteps[_sample.Groups.Count];
        for (int h = 0; h < steps.Length; h++)
        {
            steps[h] = GroupSteps.Count(stratum, _sample, h, all, _hasTerminal ? _sample.OfCause(Ending).Event : null);
        }

        for (int i = 0; i < all.Time.Length; i++)
        {
            double common = steps.Sum(step => step.AtRisk[i] * step.Step(i)) / all.AtRisk[i];
            for (int g = 0; g < steps.Length; g++)
            {
                double atRisk = steps[g].AtRisk[i];
                Difference[g] += (atRisk * steps[g].Step(i)) - (atRisk * common);
                Expected[g] += all.AtRisk[i] > 0 ? atRisk * all.Events[i] / all.AtRisk[i] : 0;
            }
        }

        for (int g = 0; g < steps.Length; g++)
        {
            for (int h = 0; h < steps.Length; h++)
            {
                AddInfluence(stratum, all, g, h, steps);
            }
        }
    }

    // The influence of the subjects of group h on the difference of group g.
    private void AddInfluence(SampleRows stratum, RiskTable all, int g, int h, GroupSteps[] steps)
    {
        GroupSteps own = steps[h];
        int times = all.Time.Length;
        var multiple = new double[times];
        var drift = new double[times + 1];
        var moved = new double[times + 1];
        var lived = new double[times + 1];
        var depth = new double[times + 1];
        for (int i = 0; i < times; i++)
        {
            // c / Y_h, which has a value where nobody of the group is at risk too.
            multiple[i] = all.AtRisk[i] > 0 ? (g == h ? 1 : 0) - (steps[g].AtRisk[i] / all.AtRisk[i]) : 0;
            double centre = _hasTerminal ? own.Rate(i) : all.AtRisk[i] > 0 ? all.Events[i] / all.AtRisk[i] : 0;
            drift[i + 1] = drift[i] + (multiple[i] * own.Before[i] * centre);
            double step = multiple[i] * own.AtRisk[i] * own.Step(i);
            moved[i + 1] = moved[i] + step;
            lived[i + 1] = lived[i] + (step * depth[i]);
            depth[i + 1] = depth[i] + own.Depth(i);
        }

        foreach (int row in stratum.Rows.Span)
        {
            if (_sample.Groups.Codes[row] != h)
            {
                continue;
            }

            int end = all.Time.AsSpan().BinarySearch(_sample.Order.Time[row]) + 1;
            int start = _sample.Order.Start.Length == 0 ? 0 : StepLookup.LastNotAfter(all.Time, _sample.Order.Start[row]) + 1;
            double sum = (_sample.Event[row] ? multiple[end - 1] * own.Before[end - 1] : 0) - (drift[end] - drift[start]);
            if (_hasTerminal)
            {
                double after = (own.Ends(row) ? own.Jump(end - 1) : 0) - (depth[end] - depth[start]);
                sum += (lived[end] - lived[start]) - (depth[start] * (moved[end] - moved[start])) - (after * (moved[times] - moved[end]));
            }

            _influence[_units.Codes[row], g] += sum * (_sample.Weights.Length == 0 ? 1 : _sample.Weights[row]);
        }
    }
}
