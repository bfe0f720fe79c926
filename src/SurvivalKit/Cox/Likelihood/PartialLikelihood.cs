namespace SurvivalKit;

/// <summary>The partial likelihood of Cox's model by its definition (Cox 1972, 1975): at each event time the probability that, given the
/// risk set, the event happened to the observed rows. Ties as by Breslow (1974), Efron (1977), or exactly (Cox 1972, section 6).</summary>
/// <remarks>Risk set by risk set, with the sums recomputed for each: the work grows with the square of the number of observations, and for
/// exact ties with the number of subsets. <see cref="CoxLikelihood"/> and <see cref="ExactLikelihood"/>
/// compute the same for a million rows.
/// With r = w exp(b'x + offset) the sums of a risk set are S0 = sum r, S1 = sum r x, S2 = sum r x x'.</remarks>
internal sealed class PartialLikelihood
{
    private readonly SurvivalSample _sample;
    private readonly DesignMatrix _design;
    private readonly double[] _predictor;

    /// <summary>Evaluates the likelihood.</summary>
    /// <param name="sample">The observations, with their strata, weights and left truncation.</param>
    /// <param name="design">One column a coefficient.</param>
    /// <param name="offset">The offset in each linear predictor; empty: none.</param>
    /// <param name="beta">The coefficients.</param>
    /// <param name="ties">How events at the same time are treated.</param>
    public PartialLikelihood(SurvivalSample sample, DesignMatrix design, double[] offset, double[] beta, Ties ties)
    {
        _sample = sample;
        _design = design;
        _predictor = [.. Enumerable.Range(0, sample.Count).Select(i => beta.Select((b, j) => b * design.Column(j)[i]).Sum())];
        Score = new double[beta.Length];
        Information = new double[beta.Length, beta.Length];
        for (int i = 0; i < offset.Length; i++)
        {
            _predictor[i] += offset[i];
        }

        foreach (SampleRows stratum in sample.ByStratum())
        {
            foreach (RiskSet set in stratum.Rising)
            {
                int[] atRisk = AtRisk(stratum, set);
                int[] events = [.. stratum.Rows[set.First..set.End].ToArray().Where(row => sample.Event[row] && Weight(row) > 0)];
                AddTime(atRisk, events, ties);
            }
        }
    }

    /// <summary>The log-likelihood.</summary>
    public double Value { get; private set; }

    /// <summary>Its gradient.</summary>
    public double[] Score { get; }

    /// <summary>Its negative second derivative.</summary>
    public double[,] Information { get; }

    private double Weight(int row) => _sample.Weights.Length == 0 ? 1 : _sample.Weights[row];

    // Rows whose time is at or after this one, without those that enter at or after it; rows of weight 0 do not count.
    private int[] AtRisk(SampleRows stratum, RiskSet set) =>
        [.. stratum.Rows[set.First..].ToArray().Except(stratum.Entrants[set.Entered..].ToArray()).Where(row => Weight(row) > 0)];

    private void AddTime(int[] atRisk, int[] events, Ties ties)
    {
        int d = events.Length;
        double weight = events.Sum(Weight);
        foreach (int row in events)
        {
            Value += Weight(row) * _predictor[row];
            for (int j = 0; j < Score.Length; j++)
            {
                Score[j] += Weight(row) * _design.Column(j)[row];
            }
        }

        if (ties == Ties.Exact && d > 0)
        {
            // Every subset of d rows of the risk set could have had the events.
            SubtractMoments([.. Subsets(atRisk, d).Select(rows => (rows, 1.0))], 1);
        }
        else if (ties == Ties.Breslow && d > 0)
        {
            SubtractMoments([.. atRisk.Select(row => (new[] { row }, Weight(row)))], weight);
        }
        else
        {
            // The k-th factor omits k/d of the tied events; without ties this is Cox's own factor.
            for (int k = 0; k < d; k++)
            {
                double left = 1 - ((double)k / d);
                SubtractMoments([.. atRisk.Select(row => (new[] { row }, Weight(row) * (events.Contains(row) ? left : 1)))], weight / d);
            }
        }
    }

    // One factor: subtracts log S0 from the value and S1/S0 from the score, and adds the variance S2/S0 - (S1/S0)^2 to the information.
    private void SubtractMoments((int[] Rows, double Multiple)[] outcomes, double weight)
    {
        int p = Score.Length;
        double s0 = 0;
        var s1 = new double[p];
        var s2 = new double[p, p];
        foreach ((int[] rows, double multiple) in outcomes)
        {
            double risk = multiple * Math.Exp(rows.Sum(row => _predictor[row]));
            double[] x = [.. Enumerable.Range(0, p).Select(j => rows.Sum(row => _design.Column(j)[row]))];
            s0 += risk;
            for (int j = 0; j < p; j++)
            {
                s1[j] += risk * x[j];
                for (int k = 0; k < p; k++)
                {
                    s2[j, k] += risk * x[j] * x[k];
                }
            }
        }

        Value -= weight * Math.Log(s0);
        for (int j = 0; j < p; j++)
        {
            Score[j] -= weight * s1[j] / s0;
            for (int k = 0; k < p; k++)
            {
                Information[j, k] += weight * ((s2[j, k] / s0) - (s1[j] * s1[k] / (s0 * s0)));
            }
        }
    }

    private static IEnumerable<int[]> Subsets(int[] rows, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, rows.Length)
            .SelectMany(first => Subsets(rows[(first + 1)..], size - 1).Select(rest => (int[])[rows[first], .. rest]));
}
