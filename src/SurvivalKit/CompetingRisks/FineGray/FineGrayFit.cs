using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A fitted Fine-Gray model: <see cref="FineGray"/>; immutable.</summary>
public sealed partial class FineGrayFit : IResult
{
    private readonly CoxFit _model;
    private readonly int _weightless;
    private readonly bool _isBySums;
    private readonly int _place;
    private readonly Func<SurvivalSample> _sample;

    internal FineGrayFit(
        string formula, string cause, FineGrayOptions options, CoxFit model, ModelFrame frame, int place, Func<SurvivalSample> sample)
    {
        _model = model;
        _place = place;
        _sample = sample;
        _isBySums = model.State.Data.Lasting is not null;
        _weightless = frame.Weightless;
        Formula = formula;
        Cause = cause;
        Options = options;
        Censored = frame.CensoringLevel!;
        Omitted = frame.Omitted;
        Observations = frame.Values.Subjects is { Length: > 0 } subjects ? subjects.Distinct().Count() : frame.Response.Count;
        Cautions = [.. frame.Cautions, .. model.Cautions];
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The cause whose incidence is modelled.</summary>
    public string Cause { get; }

    /// <summary>The level of the status that was taken as censoring.</summary>
    public string Censored { get; }

    /// <summary>The options of the fit.</summary>
    public FineGrayOptions Options { get; }

    /// <summary>The number of observations used; of subjects, where the fit knows them.</summary>
    public int Observations { get; }

    /// <summary>The number of events of the cause.</summary>
    public int Events { get; internal init; }

    /// <summary>The number of events of the other causes.</summary>
    public int CompetingEvents { get; internal init; }

    /// <summary>The number of rows left out because a value was missing or the weight is 0.</summary>
    public int Omitted { get; }

    /// <summary>How the fit ended.</summary>
    public FitStatus Status => _model.Status;

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <summary>The coefficients: the hazard ratio is that of the subdistribution. Errors, z, P and limits are robust.</summary>
    public ImmutableArray<CoxTerm> Terms => _model.Terms;

    /// <summary>The weighted partial log-likelihood with all coefficients 0.</summary>
    public double NullLogLikelihood => _model.NullLogLikelihood;

    /// <summary>The weighted partial log-likelihood at the estimates; differences of it have no chi-square distribution.</summary>
    public double LogLikelihood => _model.LogLikelihood;

    /// <summary>The Wald test that all coefficients are 0, by the robust covariance.</summary>
    public TestResult Wald => _model.Wald;

    /// <summary>The coefficient of a name.</summary>
    /// <param name="term">The name, as <c>age</c> or <c>factor(sex)2</c>.</param>
    /// <exception cref="SurvivalDataException">The model has no such coefficient; the message lists those it has.</exception>
    public CoxTerm this[string term] => _model[term];

    /// <summary>The robust covariance of two coefficients, as R's <c>vcov</c>.</summary>
    /// <param name="first">Place of the first coefficient in <see cref="Terms"/>.</param>
    /// <param name="second">Place of the second coefficient in <see cref="Terms"/>.</param>
    public double Covariance(int first, int second) => _model.Covariance(first, second);

    /// <summary>The coefficients as a frame: term, coef, se, robust_se, z, p, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame() => _model.ToDataFrame();

    /// <summary>A row for each coefficient, with the test of the model below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title($"Fine-Gray model of \"{Cause}\"", Formula),
            Terms.IsEmpty
                ? []
                : [
                    new("term", TableAlignment.Left),
                    .. TableColumns.Numbers("coef", "se", "robust se", "z", "P", "SHR"),
                    .. TableColumns.Limits(Options.Level),
                ],
            Terms.Select(CoxTables.Row),
            [
                .. Terms.Any(term => term.IsEstimable) ? (TableNote[])[CoxTables.Line("Wald test, robust", Wald)] : [],
                .. IncidenceTables.Censoring(Censored),
            ])
        {
            Lead =
            [
                FormattableString.Invariant(
                    $"n = {Observations}, events = {Events}, of other causes = {CompetingEvents}, ties = {Options.Ties}."),
                .. ResultSentences.LeftOut(Omitted, _weightless),
            ],
            Cautions = Cautions,
        },
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["cause"] = Cause,
        ["censored"] = Censored,
        ["n"] = Observations,
        ["events"] = Events,
        ["competingEvents"] = CompetingEvents,
        ["omitted"] = Omitted,
        ["ties"] = Options.Ties,
        ["status"] = Status,
        ["iterations"] = _model.Iterations,
        ["logLikelihood"] = new ResultRecord { ["null"] = NullLogLikelihood, ["model"] = LogLikelihood },
        ["terms"] = Terms.Select(CoxRecords.OfTerm),
        ["tests"] = new ResultRecord { ["wald"] = CoxRecords.OfTest(Wald) },
        ["level"] = Options.Level,
        ["cautions"] = Cautions,
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}
