using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The cumulative incidence of the cause that a Fine-Gray model predicts for given covariates, 1 - exp(-H_0(t) exp(b'x))
/// (Fine and Gray 1999); one minus R's <c>survfit.coxph</c> on the rows of <c>finegray</c>, and with Breslow's ties cmprsk's
/// <c>predict.crr</c>.</summary>
/// <remarks>All lists have an element for each time of an event of the cause in the stratum. The incidence is 0 before the first, and
/// right-continuous. Errors include those of the coefficients, by their robust covariance; the weights of those with another cause count
/// as known.</remarks>
public sealed class FineGrayCurve
{
    private readonly CoxCurve _curve;
    private readonly Lazy<ImmutableArray<FineGrayEstimate>> _steps;

    internal FineGrayCurve(CoxCurve curve)
    {
        _curve = curve;
        _steps = new(() => [.. curve.Steps.Where((_, place) => curve.Events[place] > 0).Select(FineGrayEstimate.Of)]);
    }

    /// <summary>The row of the new data, counted from 1; <see langword="null"/> for a baseline.</summary>
    public int? Row => _curve.Row;

    /// <summary>The stratum as R labels it, <c>arm=B</c>; <c>all</c> where the model has none.</summary>
    public string Stratum => _curve.Stratum;

    /// <summary>The options of the curve; the level is always set. The scale of the limits is that of one minus the incidence.</summary>
    public CoxCurveOptions Options => _curve.Options;

    /// <summary>All that is predicted for each time of an event of the cause.</summary>
    public ImmutableArray<FineGrayEstimate> Steps => _steps.Value;

    /// <summary>The distinct times of events of the cause in the stratum, increasing.</summary>
    public ImmutableArray<double> Time => [.. Steps.Select(step => step.Time)];

    /// <summary>The cumulative hazard of the subdistribution at each time.</summary>
    public ImmutableArray<double> CumulativeHazard => [.. Steps.Select(step => step.CumulativeHazard)];

    /// <summary>The probability of an event of the cause by each time.</summary>
    public ImmutableArray<double> Incidence => [.. Steps.Select(step => step.Incidence)];

    /// <summary>The standard error of the incidence at each time.</summary>
    public ImmutableArray<double> StandardError => [.. Steps.Select(step => step.StandardError)];

    /// <summary>The lower confidence limit of the incidence at each time.</summary>
    public ImmutableArray<double> Lower => [.. Steps.Select(step => step.Lower)];

    /// <summary>The upper confidence limit of the incidence at each time.</summary>
    public ImmutableArray<double> Upper => [.. Steps.Select(step => step.Upper)];

    /// <summary>What is predicted for given times; beyond the last one the incidence stays constant.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<FineGrayEstimate> At(params IEnumerable<double> times) => [.. _curve.At(times).Select(FineGrayEstimate.Of)];

    /// <summary>The time by which the event of the cause has happened with a given probability, with the interval read off the
    /// limits.</summary>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <exception cref="SurvivalDataException">The probability is not between 0 and 1.</exception>
    public QuantileEstimate Quantile(double probability) => _curve.Quantile(probability);
}
