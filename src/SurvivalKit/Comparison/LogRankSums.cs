namespace SurvivalKit;

/// <summary>Observed and expected events of each group and the covariance of their differences, summed over event times and strata.</summary>
internal sealed class LogRankSums
{
    private readonly LogRankOptions _options;
    private readonly int[] _codes;

    private LogRankSums(LogRankOptions options, int[] codes, int groups)
    {
        _options = options;
        _codes = codes;
        Observed = new double[groups];
        Expected = new double[groups];
        Variance = new double[groups, groups];
    }

    public double[] Observed { get; }

    public double[] Expected { get; }

    public double[,] Variance { get; }

    public static LogRankSums Of(Surv response, int[] codes, int groups, ReadOnlySpan<int> strata, LogRankOptions options)
    {
        var sums = new LogRankSums(options, codes, groups);
        int[] order = [.. Enumerable.Range(0, response.Count)];
        var keys = new (int Stratum, double Time)[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = (strata.IsEmpty ? 0 : strata[i], response.Time[i]);
        }

        Array.Sort(keys, order);
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to < order.Length && keys[to].Stratum == keys[from].Stratum)
            {
                to++;
            }

            sums.AddStratum(response, order.AsSpan(from, to - from));
            from = to;
        }

        return sums;
    }

    /// <summary>(O - E)' V^-1 (O - E) over the groups in which events are expected, the first of them left out.</summary>
    public (double ChiSquare, int DegreesOfFreedom) Statistic()
    {
        int[] used = [.. Enumerable.Range(0, Expected.Length).Where(g => Expected[g] > 0).Skip(1)];
        if (used.Length == 0)
        {
            return (0, 0);
        }

        var variance = new double[used.Length, used.Length];
        var difference = new double[used.Length];
        for (int a = 0; a < used.Length; a++)
        {
            difference[a] = Observed[used[a]] - Expected[used[a]];
            for (int b = 0; b < used.Length; b++)
            {
                variance[a, b] = Variance[used[a], used[b]];
            }
        }

        double[] solution = GeneralizedCholesky.Of(variance, 1e-12).Solve(difference);
        return (solution.Zip(difference, (x, y) => x * y).Sum(), used.Length);
    }

    // The rows of one stratum in increasing time.
    private void AddStratum(Surv response, ReadOnlySpan<int> rows)
    {
        double[] entries = response.IsCounting ? [.. rows.ToArray().Select(row => response.Start[row])] : [];
        int[] entrants = rows.ToArray();
        Array.Sort(entries, response.IsCounting ? entrants : null);
        var atRisk = new double[Expected.Length];
        if (!response.IsCounting)
        {
            foreach (int row in rows)
            {
                atRisk[_codes[row]]++;
            }
        }

        var deaths = new double[Expected.Length];
        var weight = new LogRankWeight(_options);
        for (int i = 0, entry = 0; i < rows.Length;)
        {
            double time = response.Time[rows[i]];
            for (; entry < entries.Length && entries[entry] < time; entry++)
            {
                atRisk[_codes[entrants[entry]]]++;
            }

            Array.Clear(deaths);
            int next = i;
            for (; next < rows.Length && response.Time[rows[next]] == time; next++)
            {
                deaths[_codes[rows[next]]] += response.Event[rows[next]] ? 1 : 0;
            }

            AddTime(atRisk, deaths, weight);
            for (; i < next; i++)
            {
                atRisk[_codes[rows[i]]]--;
            }
        }
    }

    private void AddTime(double[] atRisk, double[] deaths, LogRankWeight weighting)
    {
        double events = deaths.Sum();
        if (events == 0)
        {
            return;
        }

        double all = atRisk.Sum();
        double weight = weighting.Next(all, events);
        if (!double.IsFinite(weight))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A negative rho ({_options.Rho}) gives an infinite weight to an event after the survival has come to 0; a rho of 0 or more was expected."));
        }

        double spread = all > 1 ? weight * weight * events * (all - events) / (all - 1) : 0;
        for (int a = 0; a < atRisk.Length; a++)
        {
            double share = atRisk[a] / all;
            Observed[a] += weight * deaths[a];
            Expected[a] += weight * events * share;
            for (int b = 0; b < atRisk.Length; b++)
            {
                Variance[a, b] += spread * share * ((a == b ? 1 : 0) - (atRisk[b] / all));
            }
        }
    }
}
