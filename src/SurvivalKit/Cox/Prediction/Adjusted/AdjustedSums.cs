namespace SurvivalKit;

/// <summary>The average of predicted survival over rows, and what its errors follow from (delta method; Tsiatis 1981; Zhang, Loberiza,
/// Klein and Zhang 2007).</summary>
/// <remarks>
/// With S_j = exp(-r_j H(t)) for the row j with share w_j, the average is S = sum w_j S_j. Its derivative by the coefficients is
/// g = -sum w_j S_j r_j (x_j H - sum of h xbar), and that by an increment of the hazard is -c(t) = -sum w_j S_j r_j from its time on. So
/// Var S = g'Vg + c^2 Var H, and where the rows are a sample, + sum w_j^2 (S_j - S)^2. A mean up to tau integrates g, c and S_j over time;
/// strata have hazards of their own, and a difference takes differences of g, c and S_j.
/// </remarks>
internal sealed class AdjustedSums
{
    private readonly CoxBasis _basis;
    private readonly bool _isSample;

    private AdjustedSums(CoxBasis basis, double[] times, int rows, int asked, bool isSample)
    {
        _basis = basis;
        _isSample = isSample;
        Times = times;
        Survival = new double[times.Length];
        WeightedTwice = new double[times.Length];
        Squares = new double[times.Length];
        Slopes = Made(times.Length, basis.Coefficients.Length);
        Factors = Made(times.Length, basis.Strata.Length);
        MeanOfRow = new double[rows];
        AskedOfRow = Made(rows, asked);
        MeanSlope = new double[basis.Coefficients.Length];
        MeanFactors = Made(times.Length, basis.Strata.Length);
    }

    /// <summary>The event times of all strata, increasing.</summary>
    public double[] Times { get; }

    /// <summary>The average survival at each time.</summary>
    public double[] Survival { get; }

    /// <summary>The average survival time up to the horizon.</summary>
    public double Mean { get; private set; }

    // By time: the sums of w^2 S_j and w^2 S_j^2, the slope by each coefficient, and c for each stratum.
    private double[] WeightedTwice { get; }

    private double[] Squares { get; }

    private double[][] Slopes { get; }

    private double[][] Factors { get; }

    // The integrals up to the horizon of S_j, of the slopes, and of c from each time on.
    private double[] MeanOfRow { get; }

    private double[][] AskedOfRow { get; }

    private double[] MeanSlope { get; }

    private double[][] MeanFactors { get; }

    public static AdjustedSums Compute(
        CoxBasis basis, CoxRowsToPredict rows, double[] shares, double[] asked, double? horizon, bool isSample)
    {
        double[] times =
        [
            .. basis.Strata.SelectMany(stratum => stratum.Time.Where((_, place) => stratum.Events[place] > 0)).Distinct().Order(),
        ];
        var sums = new AdjustedSums(basis, times, rows.Rows, asked.Length, isSample);
        int[] askedPlaces = Array.ConvertAll(asked, sums.PlaceOf);
        var steps = new double[times.Length];
        var covariates = new double[basis.Coefficients.Length];
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int column = 0; column < covariates.Length; column++)
            {
                covariates[column] = rows.Design.Column(column)[row];
            }

            int stratum = rows.Strata.Length == 0 ? 0 : rows.Strata[row];
            var point = CoxPoint.Of(basis, stratum, covariates, rows.Offset.Length == 0 ? 0 : rows.Offset[row]);
            sums.Add(point, stratum, shares[row], steps);
            sums.MeanOfRow[row] = horizon is { } tau ? sums.Integral(steps, 1, tau) : 0;
            for (int place = 0; place < asked.Length; place++)
            {
                sums.AskedOfRow[row][place] = askedPlaces[place] < 0 ? 1 : steps[askedPlaces[place]];
            }
        }

        sums.Finish(shares, horizon);
        return sums;
    }

    /// <summary>The last time that is not after the given one; -1 before the first.</summary>
    public int PlaceOf(double time)
    {
        int place = Array.BinarySearch(Times, time);
        return place >= 0 ? place : ~place - 1;
    }

    /// <summary>The standard error of the survival at a place of <see cref="Times"/>.</summary>
    public double Error(int place) => Math.Sqrt(Variance(
        Slopes[place], [.. Factors[place].Select((factor, stratum) => factor * factor * HazardVariance(stratum, Times[place]))])
        + (_isSample ? Spread(place) : 0));

    /// <summary>The standard error of <see cref="Mean"/>.</summary>
    public double MeanError() => MeanErrorOf(null);

    /// <summary>The standard error of the difference of two survivals at an asked time.</summary>
    public double ErrorAgainst(AdjustedSums other, int asked, double time)
    {
        int place = PlaceOf(time);
        if (place < 0)
        {
            return 0;
        }

        double[] slope = Difference(Slopes[place], other.Slopes[place]);
        double[] factors = Difference(Factors[place], other.Factors[place]);
        double difference = Survival[place] - other.Survival[place];
        return Math.Sqrt(
            Variance(slope, [.. factors.Select((factor, stratum) => factor * factor * HazardVariance(stratum, Times[place]))])
            + Sampling(row => AskedOfRow[row][asked] - other.AskedOfRow[row][asked] - difference));
    }

    /// <summary>The standard error of the difference of two means.</summary>
    public double MeanErrorAgainst(AdjustedSums other) => MeanErrorOf(other);

    private double[] Shares { get; set; } = [];

    private double MeanErrorOf(AdjustedSums? other)
    {
        double[] slope = other is null ? MeanSlope : Difference(MeanSlope, other.MeanSlope);
        var hazards = new double[_basis.Strata.Length];
        for (int stratum = 0; stratum < hazards.Length; stratum++)
        {
            double before = 0;
            for (int place = 0; place < Times.Length; place++)
            {
                double variance = HazardVariance(stratum, Times[place]);
                double factor = MeanFactors[place][stratum] - (other?.MeanFactors[place][stratum] ?? 0);
                hazards[stratum] += factor * factor * (variance - before);
                before = variance;
            }
        }

        double difference = Mean - (other?.Mean ?? 0);
        return Math.Sqrt(Variance(slope, hazards) + Sampling(row => MeanOfRow[row] - (other?.MeanOfRow[row] ?? 0) - difference));
    }

    private double Sampling(Func<int, double> deviation)
    {
        double sum = 0;
        for (int row = 0; row < Shares.Length && _isSample; row++)
        {
            double part = Shares[row] * deviation(row);
            sum += part * part;
        }

        return sum;
    }

    private double HazardVariance(int stratum, double time) =>
        _basis.Strata[stratum].PlaceOf(time) is >= 0 and int place ? _basis.Strata[stratum].Variance[place] : 0;

    private double Variance(double[] slope, double[] hazards)
    {
        double variance = hazards.Sum();
        for (int j = 0; j < slope.Length; j++)
        {
            for (int k = 0; k < slope.Length; k++)
            {
                variance += slope[j] * _basis.Covariance[j, k] * slope[k];
            }
        }

        return Math.Max(0, variance);
    }

    private void Add(CoxPoint point, int stratum, double share, double[] steps)
    {
        for (int place = 0; place < steps.Length; place++)
        {
            int at = point.Stratum.PlaceOf(Times[place]);
            double hazard = point.HazardAt(at);
            double survival = Math.Exp(-hazard);
            steps[place] = survival;
            Survival[place] += share * survival;
            WeightedTwice[place] += share * share * survival;
            Squares[place] += share * share * survival * survival;
            if (hazard > 0 && survival > 0)
            {
                point.AddSlope(at, -share * survival, Slopes[place]);
                Factors[place][stratum] += share * survival * point.Times(1);
            }
        }
    }

    private void Finish(double[] shares, double? horizon)
    {
        Shares = shares;
        if (horizon is not { } tau)
        {
            return;
        }

        Mean = Integral(Survival, 1, tau);
        for (int j = 0; j < MeanSlope.Length; j++)
        {
            MeanSlope[j] = Integral([.. Slopes.Select(slope => slope[j])], 0, tau);
        }

        for (int stratum = 0; stratum < _basis.Strata.Length; stratum++)
        {
            double rest = 0;
            for (int place = Times.Length - 1; place >= 0; place--)
            {
                double end = Math.Min(tau, place + 1 < Times.Length ? Times[place + 1] : double.PositiveInfinity);
                rest += Factors[place][stratum] * Math.Max(0, end - Times[place]);
                MeanFactors[place][stratum] = rest;
            }
        }
    }

    // The sum of w^2 (S_j - S)^2.
    private double Spread(int place)
    {
        double survival = Survival[place];
        double squares = Shares.Sum(share => share * share);
        return Math.Max(0, Squares[place] - (2 * survival * WeightedTwice[place]) + (survival * survival * squares));
    }

    // The integral up to tau of a step function that has a value before the first time. A mean begins at the origin: times before it count
    // as negative.
    private double Integral(double[] steps, double before, double tau)
    {
        double from = Math.Min(0, Times.Length == 0 ? 0 : Times[0]);
        double sum = before * from;
        double value = before;
        for (int place = 0; place < steps.Length && Times[place] < tau; place++)
        {
            sum += value * (Times[place] - from);
            from = Times[place];
            value = steps[place];
        }

        return sum + (value * (tau - from));
    }

    private static double[] Difference(double[] left, double[] right) => [.. left.Zip(right, (one, other) => one - other)];

    private static double[][] Made(int rows, int columns)
    {
        var made = new double[rows][];
        for (int row = 0; row < rows; row++)
        {
            made[row] = new double[columns];
        }

        return made;
    }
}
