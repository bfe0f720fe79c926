using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The survival curve that a Cox model predicts for given covariates; equals R's <c>survfit.coxph</c>.</summary>
/// <remarks>
/// <para>All lists have one element for each distinct time at which observations of the stratum end. The curve is 1 before the first time,
/// and right-continuous. The hazard is Breslow's or Efron's, as the ties of the fit; for exact ties it is Breslow's.</para>
/// <para>The standard errors include those of the coefficients (Tsiatis 1981; Andersen and Gill 1982). They are computed on first
/// use.</para>
/// </remarks>
public sealed class CoxCurve
{
    private readonly CoxPoint _point;
    private readonly double _z;
    private readonly Lazy<ImmutableArray<CoxEstimate>> _steps;

    internal CoxCurve(CoxPoint point, int? row, CoxCurveOptions options)
    {
        _point = point;
        _z = ConfidenceLevel.NormalQuantile(options.Level!.Value);
        _steps = new(() =>
        {
            var steps = ImmutableArray.CreateBuilder<CoxEstimate>(Time.Length);
            for (int place = 0; place < Time.Length; place++)
            {
                steps.Add(Estimate(Time[place], place, AtRisk[place]));
            }

            return steps.MoveToImmutable();
        });
        Row = row;
        Options = options;
    }

    /// <summary>The row of the new data, counted from 1; <see langword="null"/> for a curve at the means or at covariates of 0.</summary>
    public int? Row { get; }

    /// <summary>The stratum as R labels it, <c>sex=1</c>; <c>all</c> where the model has none.</summary>
    public string Stratum => _point.Stratum.Name.Length == 0 ? "all" : _point.Stratum.Name;

    /// <summary>The number of observations of the stratum.</summary>
    public int Observations => _point.Stratum.Observations;

    /// <summary>The options of the curve; the level is always set.</summary>
    public CoxCurveOptions Options { get; }

    /// <summary>The distinct times at which observations of the stratum end, increasing.</summary>
    public ImmutableArray<double> Time => Shared(_point.Stratum.Time);

    /// <summary>The (weighted) number at risk in the stratum just before each time.</summary>
    public ImmutableArray<double> AtRisk => Shared(_point.Stratum.AtRisk);

    /// <summary>The (weighted) number of events of the stratum at each time.</summary>
    public ImmutableArray<double> Events => Shared(_point.Stratum.Events);

    /// <summary>The (weighted) number censored in the stratum at each time.</summary>
    public ImmutableArray<double> Censored => Shared(_point.Stratum.Censored);

    /// <summary>The cumulative hazard at each time.</summary>
    public ImmutableArray<double> CumulativeHazard => [.. Range(_point.HazardAt)];

    /// <summary>The probability of surviving beyond each time.</summary>
    public ImmutableArray<double> Survival => [.. Range(place => Math.Exp(-_point.HazardAt(place)))];

    /// <summary>The standard error of the cumulative hazard at each time.</summary>
    public ImmutableArray<double> HazardError => [.. _steps.Value.Select(step => step.HazardError)];

    /// <summary>The standard error of the survival at each time.</summary>
    public ImmutableArray<double> StandardError => [.. _steps.Value.Select(step => step.StandardError)];

    /// <summary>The lower confidence limit of the survival at each time; not a number where its scale has none.</summary>
    public ImmutableArray<double> Lower => [.. _steps.Value.Select(step => step.Lower)];

    /// <summary>The upper confidence limit of the survival at each time; not a number where its scale has none.</summary>
    public ImmutableArray<double> Upper => [.. _steps.Value.Select(step => step.Upper)];

    /// <summary>The median survival time with its interval.</summary>
    public QuantileEstimate Median => Quantile(0.5);

    /// <summary>The time by which the event has happened with a given probability, with the interval read off the limits, as R's
    /// <c>quantile.survfit</c>.</summary>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <exception cref="SurvivalDataException">The probability is not between 0 and 1.</exception>
    public QuantileEstimate Quantile(double probability) => probability is >= 0 and <= 1
        ? new(
            probability,
            StepQuantile.Find(Time.AsSpan(), Survival.AsSpan(), probability),
            StepQuantile.Find(Time.AsSpan(), Lower.AsSpan(), probability),
            StepQuantile.Find(Time.AsSpan(), Upper.AsSpan(), probability))
        : throw new SurvivalDataException(
            FormattableString.Invariant($"The probability {probability} was asked for; one between 0 and 1 was expected."));

    /// <summary>All that is predicted for each of <see cref="Time"/>.</summary>
    public ImmutableArray<CoxEstimate> Steps => _steps.Value;

    /// <summary>What is predicted for given times, as R's <c>summary(fit, times, extend = TRUE)</c>; beyond the last time the curve stays
    /// constant.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<CoxEstimate> At(params IEnumerable<double> times)
    {
        var estimates = ImmutableArray.CreateBuilder<CoxEstimate>();
        foreach (double time in times)
        {
            if (double.IsNaN(time))
            {
                throw new SurvivalDataException("Not a number was given; a time was expected.");
            }

            int place = _point.Stratum.PlaceOf(time);
            int next = place >= 0 && Time[place] == time ? place : place + 1;
            estimates.Add(Estimate(time, place, next < AtRisk.Length ? AtRisk[next] : 0));
        }

        return estimates.ToImmutable();
    }

    private CoxEstimate Estimate(double time, int place, double atRisk)
    {
        (double hazard, double error) = _point.Hazard(-1, place);
        double survival = Math.Exp(-hazard);

        // Before the first time the survival is 1.
        (double lower, double upper) = place < 0 ? (1, 1)
            : ConfidenceLimits.Compute(survival, error, _z, Options.ConfidenceType);
        return new CoxEstimate(time, atRisk, hazard, error, survival, survival * error, lower, upper);
    }

    /// <summary>The covariates in the stratum of the curve.</summary>
    internal CoxPoint Point => _point;

    private IEnumerable<double> Range(Func<int, double> of) => Enumerable.Range(0, Time.Length).Select(of);

    private static ImmutableArray<double> Shared(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
