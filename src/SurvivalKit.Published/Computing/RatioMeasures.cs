using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Hazard ratios with their intervals and P values, by the readings of the study: of Cox models, or of two arms alone. A model of
/// several rows is fitted once.</summary>
internal sealed class RatioMeasures(Study study, Cohort cohort)
{
    private readonly Dictionary<string, (CohortModel Model, CoxFit Fit)> _fits = new(StringComparer.Ordinal);

    /// <summary>Whether a row prints a ratio of the arms alone beside their log-rank P, as beside curves.</summary>
    public static bool IsBesideCurve(Study study, StudyRow row, CoxMeasure measure) =>
        measure.Covariates is [var only]
            && only == study.ArmColumn
            && study.Rows.Any(other => other.Place == row.Place && other.Row == row.Row
                && other.Measure is PValueMeasure { Test: TestKind.LogRank } test && test.Endpoint == measure.Endpoint);

    /// <summary>How the ratio of a row is computed.</summary>
    public static RatioReading ReadingOf(Study study, StudyRow row, CoxMeasure measure) =>
        study.Methods.Readings.RatioBesideCurve is { } reading && IsBesideCurve(study, row, measure) ? reading : RatioReading.Cox;

    /// <summary>How a row's model treats tied times.</summary>
    public static Ties TiesOf(Study study, CoxMeasure measure) => study.Methods.Readings.Ties ?? measure.Ties;

    public Dictionary<string, Measured> Of(StudyRow row, CoxMeasure measure) => ReadingOf(study, row, measure) is var reading
        && reading != RatioReading.Cox ? OfArms(measure, reading) : OfModel(measure);

    private Dictionary<string, Measured> OfArms(CoxMeasure measure, RatioReading reading)
    {
        StudyEndpoint endpoint = study.Endpoint(measure.Endpoint);
        string arm = measure.Level ?? study.Variable(study.ArmColumn).Levels[^1];
        ArmSums sums = ArmComparison.Of(cohort, endpoint, arm);
        string how = string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(reading)}, {sums.Observed} {(sums.Observed == 1 ? "event" : "events")} where {sums.Expected:0.00} were expected against {sums.ReferenceObserved} where {sums.ReferenceExpected:0.00} were");
        return measure.Aspects.ToDictionary(aspect => aspect, aspect => new Measured(sums.Ratio(reading).Figure(aspect), how));
    }

    private static string NameOf(RatioReading reading) => reading switch
    {
        RatioReading.LogRank => "ratio of the log-rank test",
        RatioReading.Peto => "Peto's ratio",
        _ => "Mantel-Haenszel ratio",
    };

    private Dictionary<string, Measured> OfModel(CoxMeasure measure)
    {
        StudyEndpoint endpoint = study.Endpoint(measure.Endpoint);
        Ties ties = TiesOf(study, measure);
        string formula =
            $"Surv({SurvivalFormula.Quote(endpoint.Time)}, {SurvivalFormula.Quote(endpoint.Event)}) ~ {string.Join(" + ", measure.Covariates.Select(SurvivalFormula.Quote))}";
        string key = ties + " " + formula;
        if (!_fits.TryGetValue(key, out (CohortModel Model, CoxFit Fit) fitted))
        {
            _fits[key] = fitted = Fit(measure, ties, endpoint, formula);
        }

        (CohortModel model, CoxFit fit) = fitted;
        if (fit.Status != FitStatus.Converged)
        {
            throw new SurvivalDataException($"The Cox model {formula} gives no estimate: {fit.Status}.");
        }

        string how = string.Create(
            CultureInfo.InvariantCulture,
            $"Cox model of {string.Join(", ", measure.Covariates)}, {ties} ties, {NumberText.Count(fit.Events, "event")} among {fit.Observations}");
        int term = model.Term(measure);
        CoxPReading reading = study.Methods.Readings.CoxP ?? default;
        return measure.Aspects.ToDictionary(
            aspect => aspect,
            aspect => aspect == Aspects.P && CohortModel.TestOf(fit, term, reading) is var (p, test)
                ? new Measured(p, $"{test}, {how}")
                : new Measured(CohortModel.Figure(fit, term, aspect), how));
    }

    private (CohortModel Model, CoxFit Fit) Fit(CoxMeasure measure, Ties ties, StudyEndpoint endpoint, string formula)
    {
        CohortColumns columns = cohort.Columns;
        var model = new CohortModel(
            [.. measure.Covariates.SelectMany(
                column => CoxCovariate.Code(study.Variable(column), columns.Numbers, columns.Levels))], ties);
        int[] complete = model.Complete(columns.Observed(endpoint, Enumerable.Range(0, cohort.Count)));
        return complete.Length > 0
            ? (model, model.Fit(columns.Response(endpoint, complete), model.Design(complete)))
            : throw new SurvivalDataException(FormattableString.Invariant(
                $"None of the {cohort.Count} rows has all the values that {formula} uses; at least one complete row was expected."));
    }
}
