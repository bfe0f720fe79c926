using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A fitted Cox model (Cox 1972); immutable.</summary>
public sealed partial class CoxFit : IResult
{
    private readonly CoxState? _state;
    private readonly double[,] _covariance;
    private readonly double[,] _modelCovariance;
    private readonly ImmutableArray<string> _termOfColumn;
    private readonly Lazy<ConcordanceIndex> _concordance;

    internal CoxFit(string formula, CoxOptions options, CoxState state, CoxSolution solution, RobustVariance? robust, int omitted)
    {
        CoxData data = state.Data;
        _state = state;
        _concordance = new(() => ConcordanceCount.Count(state));
        Formula = formula;
        Options = options;
        Observations = data.Rows;
        Events = data.EventCount;
        Omitted = omitted;
        Status = solution.Status;
        AtFault = solution.AtFault;
        Iterations = solution.Iterations;
        NullLogLikelihood = solution.NullLogLikelihood;
        LogLikelihood = solution.LogLikelihood;
        EffectiveDegreesOfFreedom = solution.EffectiveDegreesOfFreedom;
        _modelCovariance = solution.Covariance;
        _covariance = robust?.Covariance ?? solution.Covariance;
        _terms = state.Given.Source.Terms;
        _termOfColumn = state.Design.Terms;
        _basis = new(() => CoxBasis.Compute(state, _covariance));
        Terms = CoxTerms.Build(data.Names, solution, robust, options.Level);
        (LikelihoodRatio, Wald, Score) =
            CoxTests.Compute(robust is null ? solution : solution with { WaldStatistic = robust.WaldStatistic });
        RobustScore = robust is null ? null : CoxTests.RobustScore(solution, robust);
    }

    /// <summary>The sorted data that residuals, predictions and tests need; a loaded fit has none.</summary>
    internal CoxState State => _state ?? throw new SurvivalDataException(
        Summed is not null
        ? "This fit was made in a database, of which it has sums by time: what is asked for is computed from rows; data in memory were expected."
        : "This fit was loaded and has no data: what is asked for is computed from them; fit the model to its data again.");

    /// <summary>The observations in the caller's strata; <see langword="null"/> for a fit that has none.</summary>
    internal CoxState? Rows => _state?.Given;

    /// <summary>The terms in the order of their columns; of a fit to columns, each is a term.</summary>
    internal ImmutableArray<CodedTerm> CodedTerms =>
        _terms?.CodedTerms() ?? [.. _termOfColumn.Select(CodedTerm.OfColumn)];

    /// <summary>The term of each coefficient.</summary>
    internal ImmutableArray<string> TermOfColumn => _termOfColumn;

    /// <summary>The sums by time of a fit to rows that were summed elsewhere; <see langword="null"/> for any other.</summary>
    internal SummedState? Summed { get; init; }

    /// <summary>The formula of the fit; empty for a fit to columns.</summary>
    public string Formula { get; }

    /// <summary>The options of the fit.</summary>
    public CoxOptions Options { get; }

    /// <summary>The number of observations used.</summary>
    public int Observations { get; }

    /// <summary>The number of events among them.</summary>
    public int Events { get; }

    /// <summary>The number of rows left out because a value was missing or the weight is 0.</summary>
    public int Omitted { get; }

    /// <summary>The expressions of the formula that have no value in rows whose columns are all present, a sentence each; these rows are
    /// among those left out.</summary>
    internal ImmutableArray<string> Undefined => _state?.Given.Source.Undefined ?? [];

    /// <summary>How the fit ended.</summary>
    public FitStatus Status { get; }

    /// <summary>The names of the coefficients that <see cref="Status"/> concerns; empty when the fit converged.</summary>
    public ImmutableArray<string> AtFault { get; }

    /// <summary>What the model could not do, in a sentence; empty when it converged.</summary>
    public string StatusSentence => CoxTables.Problem(this).TrimEnd('\n');

    /// <summary>The cautions for readers of the coefficients, a sentence each: those of
    /// <see cref="ModelFrame.Cautions"/> and of <see cref="StatusSentence"/>.</summary>
    public ImmutableArray<string> Cautions => [.. DataCautions, .. StatusSentence.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What to know of the data before the numbers are used, a sentence each: <see cref="ModelFrame.Cautions"/>. Not kept by a
    /// saved fit.</summary>
    public ImmutableArray<string> DataCautions { get; internal init; } = [];

    /// <summary>The number of rows left out because their weight is 0; part of <see cref="Omitted"/>.</summary>
    internal int Weightless { get; init; }

    /// <summary>The number of subjects, where the fit knows that they have several rows each; else null.</summary>
    public int? Subjects { get; internal init; }

    /// <summary>The number of Newton-Raphson steps.</summary>
    public int Iterations { get; }

    /// <summary>The partial log-likelihood with all coefficients 0.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>The partial log-likelihood at the estimates.</summary>
    public double LogLikelihood { get; }

    /// <summary>The coefficients: one row a term, as broom's <c>tidy</c>.</summary>
    public ImmutableArray<CoxTerm> Terms { get; }

    /// <summary>The likelihood-ratio test that all coefficients are 0.</summary>
    public TestResult LikelihoodRatio { get; }

    /// <summary>The Wald test that all coefficients are 0, by the robust covariance where there is one.</summary>
    public TestResult Wald { get; }

    /// <summary>The score test that all coefficients are 0; without ties it is the log-rank test of a group.</summary>
    public TestResult Score { get; }

    /// <summary>Harrell's C: the fraction of comparable pairs in which the one with the higher predicted risk has the event
    /// first.</summary>
    /// <remarks>Computed on first use.</remarks>
    public ConcordanceIndex Concordance => _concordance.Value;

    /// <summary>The number of coefficients that the data determine.</summary>
    public int DegreesOfFreedom => Terms.Count(term => term.IsEstimable);

    /// <summary>The effective degrees of freedom under a ridge penalty, the trace of the penalised covariance times the information (Gray
    /// 1992); <see cref="DegreesOfFreedom"/> without a penalty.</summary>
    public double EffectiveDegreesOfFreedom { get; }

    /// <summary>Akaike's criterion, 2 k - 2 log L.</summary>
    public double Aic => (2 * EffectiveDegreesOfFreedom) - (2 * LogLikelihood);

    /// <summary>Schwarz's criterion, k log(events) - 2 log L; as in R, k is multiplied by the logarithm of the events, not the
    /// observations.</summary>
    public double Bic => (EffectiveDegreesOfFreedom * Math.Log(Events)) - (2 * LogLikelihood);

    /// <summary>The coefficient of a name.</summary>
    /// <param name="term">The name, as <c>age</c> or <c>factor(sex)2</c>.</param>
    /// <exception cref="SurvivalDataException">The model has no such coefficient; the message lists those it has.</exception>
    public CoxTerm this[string term] =>
        Terms.FirstOrDefault(candidate => candidate.Name == term)
        ?? throw new SurvivalDataException(
            $"The model has no coefficient \"{term}\"; it has {string.Join(", ", Terms.Select(candidate => candidate.Name))}.");

    /// <summary>The covariance of two coefficients, the robust one where the fit has it, as R's <c>vcov</c>; 0 where
    /// one is not estimable, or infinite.</summary>
    /// <param name="first">Place of the first coefficient in <see cref="Terms"/>.</param>
    /// <param name="second">Place of the second coefficient in <see cref="Terms"/>.</param>
    public double Covariance(int first, int second) => _covariance[first, second];

    /// <summary>The coefficients as a frame: term, coef, se, z, p, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame() => CoxFrame.Build(Terms);

    /// <summary>A row for each coefficient, with the tests of the model below.</summary>
    public ImmutableArray<TableModel> ToTables() => [CoxTables.Summary(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CoxRecords.Write(this);

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}
