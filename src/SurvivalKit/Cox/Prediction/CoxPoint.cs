namespace SurvivalKit;

/// <summary>Covariates in a stratum of a fit: their risk relative to the stratum's reference level, and the terms that the variance of a
/// hazard needs.</summary>
internal sealed class CoxPoint
{
    private readonly CoxBasis _basis;
    private readonly double[] _scaled;
    private readonly double _risk;

    private CoxPoint(CoxBasis basis, CoxStratum stratum, ReadOnlySpan<double> covariates, double offset)
    {
        _basis = basis;
        Stratum = stratum;
        _scaled = new double[covariates.Length];
        double predictor = stratum.Level + offset;
        for (int j = 0; j < _scaled.Length; j++)
        {
            // The difference from an observation's covariates avoids cancellation under a large mean.
            double difference = covariates[j] - stratum.Origin[j];
            predictor += basis.Coefficients[j] * difference;
            _scaled[j] = basis.Scale[j] == 0 ? 0 : (difference / basis.Scale[j]) + stratum.OriginScaled[j];
        }

        LogRisk = predictor;
        _risk = Math.Exp(predictor);
    }

    /// <summary>Covariates in a stratum of a fit.</summary>
    /// <param name="basis">The fit.</param>
    /// <param name="stratum">The place of the stratum.</param>
    /// <param name="covariates">The covariates in the caller's units.</param>
    /// <param name="offset">The offset.</param>
    public static CoxPoint Of(CoxBasis basis, int stratum, ReadOnlySpan<double> covariates, double offset) =>
        basis.Limit is { } limit
            ? new(limit.Inner, limit.At(stratum, basis.Strata[stratum], covariates), covariates, offset)
            : new(basis, basis.Strata[stratum], covariates, offset);

    public CoxStratum Stratum { get; }

    /// <summary>The linear predictor relative to the stratum's reference level.</summary>
    public double LogRisk { get; }

    /// <summary>The cumulative hazard up to a time of the stratum.</summary>
    public double HazardAt(int place) => HazardOver(-1, place);

    /// <summary>The cumulative hazard over (from, to]; the places are those of <see cref="CoxStratum.Time"/>,
    /// -1 before the first.</summary>
    public double HazardOver(int from, int to) =>
        IsCertain(from, to) ? double.PositiveInfinity : Times(At(Stratum.Hazard, to) - At(Stratum.Hazard, from));

    /// <summary>The cumulative hazard over (from, to] and its standard error; the places are those of <see cref="CoxStratum.Time"/>,
    /// -1 before the first.</summary>
    public (double Hazard, double Error) Hazard(int from, int to)
    {
        if (IsCertain(from, to))
        {
            return (double.PositiveInfinity, 0);
        }

        double hazard = At(Stratum.Hazard, to) - At(Stratum.Hazard, from);
        if (hazard == 0)
        {
            return (0, 0);
        }

        return (Times(hazard), Times(Math.Sqrt(Variance(from, to, hazard))));
    }

    /// <summary>A hazard at the stratum's reference level times the risk; the product may be finite where exp(predictor) alone
    /// overflows.</summary>
    public double Times(double value) =>
        value == 0 ? 0
        : _risk is > 0 and < double.PositiveInfinity ? _risk * value
        : Math.Exp(LogRisk + Math.Log(value));

    /// <summary>Adds a multiple of the derivative of the cumulative hazard at a place by the coefficients.</summary>
    public void AddSlope(int place, double factor, double[] into)
    {
        double hazard = At(Stratum.Hazard, place);
        int last = place < 0 ? Stratum.EventTimesBefore : Stratum.EventTimes[place];
        for (int j = 0; j < into.Length; j++)
        {
            into[j] += factor * _risk * ((hazard * _scaled[j]) - SumBefore(_basis.HazardMeans[j], last)) * _basis.Scale[j];
        }
    }

    // The variance for known coefficients, plus that due to the coefficients: (H x - sum of h xbar)' V (H x - sum of h xbar).
    private double Variance(int from, int to, double hazard)
    {
        Span<double> slope = _scaled.Length <= 64 ? stackalloc double[_scaled.Length] : new double[_scaled.Length];
        int first = from < 0 ? Stratum.EventTimesBefore : Stratum.EventTimes[from];
        int last = to < 0 ? Stratum.EventTimesBefore : Stratum.EventTimes[to];
        for (int j = 0; j < slope.Length; j++)
        {
            double[] means = _basis.HazardMeans[j];
            double sum = SumBefore(means, last) - SumBefore(means, first);
            slope[j] = ((hazard * _scaled[j]) - sum) * _basis.Scale[j];
        }

        double variance = At(Stratum.Variance, to) - At(Stratum.Variance, from);
        for (int j = 0; j < slope.Length; j++)
        {
            for (int k = 0; k < slope.Length; k++)
            {
                variance += slope[j] * _basis.Covariance[j, k] * slope[k];
            }
        }

        // Coefficients of ill-conditioned columns have large covariances that cancel: rounding may leave a value below 0.
        return Math.Max(0, variance);
    }

    // Whether the hazard is infinite at an event over (from, to].
    private bool IsCertain(int from, int to) =>
        Stratum.EventsOfLowerLevel.Length > 0 && to >= 0
        && Stratum.EventsOfLowerLevel[to] > (from < 0 ? 0 : Stratum.EventsOfLowerLevel[from]);

    private double SumBefore(double[] means, int end) => end == Stratum.EventTimesBefore ? 0 : means[end - 1];

    private static double At(double[] steps, int place) => place < 0 ? 0 : steps[place];
}
