using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Hazard ratios of Cox models; a model of several rows is fitted once.</summary>
internal sealed class CoxMeasures(Study study, Cohort cohort)
{
    private readonly Dictionary<string, (CohortModel Model, CoxFit Fit)> _fits = new(StringComparer.Ordinal);

    public Dictionary<string, Measured> Of(CoxMeasure measure)
    {
        StudyEndpoint endpoint = study.Endpoint(measure.Endpoint);
        string formula =
            $"Surv({SurvivalFormula.Quote(endpoint.Time)}, {SurvivalFormula.Quote(endpoint.Event)}) ~ {string.Join(" + ", measure.Covariates.Select(SurvivalFormula.Quote))}";
        string key = measure.Ties + " " + formula;
        if (!_fits.TryGetValue(key, out (CohortModel Model, CoxFit Fit) fitted))
        {
            _fits[key] = fitted = Fit(measure, endpoint, formula);
        }

        (CohortModel model, CoxFit fit) = fitted;
        if (fit.Status != FitStatus.Converged)
        {
            throw new SurvivalDataException($"The Cox model {formula} gives no estimate: {fit.Status}.");
        }

        string how = string.Create(
            CultureInfo.InvariantCulture,
            $"Cox model of {string.Join(", ", measure.Covariates)}, {measure.Ties} ties, {fit.Events} events among {fit.Observations}");
        int term = model.Term(measure);
        return measure.Aspects.ToDictionary(
            aspect => aspect, aspect =>
                new Measured(CohortModel.Figure(fit, term, aspect), aspect == Aspects.P ? "Wald test, " + how : how));
    }

    private (CohortModel Model, CoxFit Fit) Fit(CoxMeasure measure, StudyEndpoint endpoint, string formula)
    {
        CohortColumns columns = cohort.Columns;
        var model = new CohortModel(
            [.. measure.Covariates.SelectMany(
                column => CoxCovariate.Code(study.Variable(column), columns.Numbers, columns.Levels))], measure.Ties);
        int[] complete = model.Complete(columns.Observed(endpoint, Enumerable.Range(0, cohort.Count)));
        return complete.Length > 0
            ? (model, model.Fit(columns.Response(endpoint, complete), model.Design(complete)))
            : throw new SurvivalDataException(FormattableString.Invariant(
                $"None of the {cohort.Count} rows has all the values that {formula} uses; at least one complete row was expected."));
    }
}
