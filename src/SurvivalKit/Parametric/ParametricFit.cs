using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A fitted parametric regression: <see cref="ParametricModel"/>; immutable.</summary>
public sealed partial class ParametricFit : IResult
{
    private readonly ParametricSolution _solution;
    private readonly ImmutableArray<string> _strata;
    private readonly int _columns;

    internal ParametricFit(
        string formula,
        ParametricOptions options,
        SurvivalSample sample,
        DesignMatrix design,
        ImmutableArray<string> strata,
        ParametricSolution solution)
    {
        _solution = solution;
        _strata = strata;
        _columns = design.Columns;
        Formula = formula;
        Options = options;
        Observations = sample.Count;
        Surv response = sample.Response;
        Intervals = response.IsInterval
            ? Enumerable.Range(0, response.Count).Count(row => !response.Event[row] && double.IsFinite(response.RightLimit[row])) : 0;
        Events = sample.Event.Count(isEvent => isEvent) + Intervals;
        IsRobust = sample.IsRobust;
        LastTime = response.Time.Max();
        Terms = ParametricTerms.Build(options, design.Names, strata, solution);
    }

    /// <summary>The formula of the fit; empty where it was given columns.</summary>
    public string Formula { get; }

    /// <summary>The options of the fit.</summary>
    public ParametricOptions Options { get; }

    /// <summary>The number of observations used.</summary>
    public int Observations { get; }

    /// <summary>The number of events among them, at a known time or in an interval.</summary>
    public int Events { get; }

    /// <summary>The number of those events whose time is known to be in an interval only, left-censored ones included.</summary>
    public int Intervals { get; }

    /// <summary>The number of rows left out because a value was missing or the weight is 0.</summary>
    public int Omitted { get; internal init; }

    /// <summary>Whether errors are robust.</summary>
    public bool IsRobust { get; }

    /// <summary>How the fit ended.</summary>
    public FitStatus Status => _solution.Status;

    /// <summary>The names of the parameters that are at fault where the fit did not converge.</summary>
    public ImmutableArray<string> AtFault => [.. _solution.AtFault.Where(place => place < Terms.Length).Select(place => Terms[place].Name)];

    /// <summary>The number of Newton-Raphson steps.</summary>
    public int Iterations => _solution.Iterations;

    /// <summary>The parameters: the intercept, the coefficients, and the logarithm of the scale (for Gompertz the shape, for others several
    /// shapes one after the other) of each stratum.</summary>
    public ImmutableArray<ParametricTerm> Terms { get; }

    /// <summary>The cuts of a piecewise exponential, or the inner knots of a spline; empty for other distributions.</summary>
    public ImmutableArray<double> Knots => _solution.Flexible?.Knots ?? [];

    /// <summary>The scale of each stratum, as R's <c>survreg</c>: the exponential of <c>Log(scale)</c> in <see cref="Terms"/>, or what the
    /// distribution fixes; empty for those that have none.</summary>
    public ImmutableArray<double> Scales => Options.Distribution switch
    {
        ParametricDistribution.Gompertz or ParametricDistribution.PiecewiseExponential => [],
        ParametricDistribution.SplineHazard or ParametricDistribution.SplineOdds or ParametricDistribution.SplineNormal => [],
        ParametricDistribution.Exponential => [1],
        ParametricDistribution.Rayleigh => [0.5],
        _ => [.. Terms.Where(term => term.IsShape).Take(Math.Max(1, _strata.Length)).Select(term => Math.Exp(term.Coefficient))],
    };

    /// <summary>The log-likelihood, of times in the caller's unit.</summary>
    public double LogLikelihood => _solution.LogLikelihood;

    /// <summary>The log-likelihood of the model with intercept and shapes only.</summary>
    public double NullLogLikelihood => _solution.NullLogLikelihood;

    /// <summary>The number of parameters that the data determine.</summary>
    public int Parameters => Terms.Count(term => term.IsEstimable);

    /// <summary>Akaike's criterion: 2 times the number of parameters less twice the log-likelihood.</summary>
    public double Aic => (2.0 * Parameters) - (2 * LogLikelihood);

    /// <summary>Schwarz's criterion, with the number of observations.</summary>
    public double Bic => (Math.Log(Observations) * Parameters) - (2 * LogLikelihood);

    /// <summary>The likelihood-ratio test that all coefficients but the intercept are 0.</summary>
    public TestResult LikelihoodRatio
    {
        get
        {
            double freedom = Terms.Skip(1).Take(_columns).Count(term => term.IsEstimable);
            double statistic = 2 * (LogLikelihood - NullLogLikelihood);
            return new TestResult(
                TestKind.LikelihoodRatio, statistic, freedom, freedom == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(statistic, freedom));
        }
    }

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions => [.. DataCautions, .. ParametricTables.Problem(this)];

    internal double LastTime { get; }

    internal ImmutableArray<string> Strata => _strata;

    internal ImmutableArray<string> DataCautions { get; init; } = [];

    internal int Weightless { get; init; }

    /// <summary>The parameter of a name.</summary>
    /// <param name="term">The name, as <c>age</c>, <c>(Intercept)</c> or <c>Log(scale)</c>.</param>
    /// <exception cref="SurvivalDataException">The model has no such parameter; the message lists those it has.</exception>
    public ParametricTerm this[string term] => Terms.FirstOrDefault(known => known.Name == term)
        ?? throw new SurvivalDataException(
            $"The model has no term \"{term}\"; its terms are {string.Join(", ", Terms.Select(known => known.Name))}.");

    /// <summary>The covariance of two parameters, the robust one where the fit is.</summary>
    /// <param name="first">Place of the first parameter in <see cref="Terms"/>.</param>
    /// <param name="second">Place of the second parameter in <see cref="Terms"/>.</param>
    public double Covariance(int first, int second) => (_solution.Robust ?? _solution.Covariance)[first, second];

    /// <summary>The coefficients as log hazard ratios, for the distributions whose hazards are proportional: exponential, Weibull,
    /// Rayleigh, Gompertz, piecewise exponential and splines of the hazard. Their errors are by the delta method: for Weibull -coefficient
    /// / scale.</summary>
    /// <exception cref="SurvivalDataException">The hazards of this distribution are not proportional, or the strata have scales of their
    /// own.</exception>
    public ParametricHazardRatios HazardRatios() => new(ParametricTerms.HazardRatios(this, _columns), Options.Level);

    /// <summary>The parameters as a frame: term, coef, se, robust_se, z, p, lower, upper, ratio, ratio_lower, ratio_upper.</summary>
    public DataFrame ToDataFrame() => ParametricTables.Frame(Terms);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [ParametricTables.Summary(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => ParametricRecords.Write(this);

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}
