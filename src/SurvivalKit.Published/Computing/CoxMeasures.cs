using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Hazard ratios of Cox models; a model of several rows is fitted once.</summary>
internal sealed class CoxMeasures(Study study, Cohort cohort)
{
    private readonly Dictionary<string, CoxFit> _fits = new(StringComparer.Ordinal);

    public Dictionary<string, Measured> Of(CoxMeasure measure)
    {
        StudyEndpoint endpoint = study.Endpoint(measure.Endpoint);
        string formula = $"Surv({SurvivalFormula.Quote(endpoint.Time)}, {SurvivalFormula.Quote(endpoint.Event)}) ~ {string.Join(" + ", measure.Covariates.Select(SurvivalFormula.Quote))}";
        string key = measure.Ties + " " + formula;
        if (!_fits.TryGetValue(key, out CoxFit? fit))
        {
            _fits[key] = fit = CoxModel.Fit(cohort.Patients, formula, new() { Ties = measure.Ties });
        }

        if (fit.Status != FitStatus.Converged)
        {
            throw new SurvivalDataException($"The Cox model {formula} gives no estimate: {fit.Status}.");
        }

        CoxTerm term = fit[TermName(measure)];
        string how = string.Create(
            CultureInfo.InvariantCulture, $"Cox model of {string.Join(", ", measure.Covariates)}, {measure.Ties} ties, {fit.Events} events among {fit.Observations}");
        return new()
        {
            [Aspects.HazardRatio] = new(term.HazardRatio, how),
            [Aspects.Lower] = new(term.Lower, how),
            [Aspects.Upper] = new(term.Upper, how),
            [Aspects.P] = new(term.P, "Wald test, " + how),
        };
    }

    // Names of coefficients are R's: the column, and for a category followed by the level.
    private string TermName(CoxMeasure measure)
    {
        StudyVariable variable = study.Variable(measure.Term);
        string name = SurvivalFormula.Quote(measure.Term);
        return variable.Kind == VariableKind.Category ? name + (measure.Level ?? variable.Levels[^1]) : name;
    }
}
