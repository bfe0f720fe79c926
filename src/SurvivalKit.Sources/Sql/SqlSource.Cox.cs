namespace SurvivalKit.Sources;

/// <content>Cox's regression, from sums by time.</content>
public sealed partial class SqlSource
{
    /// <summary>Fits a Cox model as <see cref="CoxModel"/> does, one pass over the rows a Newton step.</summary>
    /// <param name="formula">Response and terms, as <c>Surv(time, status) ~ age + factor(stage) + strata(site)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults. Exact ties and penalties need the rows.</param>
    /// <param name="weights">The column of case weights; default: none.</param>
    /// <param name="cluster">The column of clusters, for robust standard errors; default: none. A <c>cluster()</c> in the formula has the
    /// same effect.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <returns>A fit with results, tests, baseline hazards and predictions for new rows. It has no observations of its own: residuals are
    /// not computed.</returns>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, the likelihood has no maximum, or the database cannot
    /// answer.</exception>
    public CoxFit Cox(
        string formula,
        CoxOptions? options = null,
        string? weights = null,
        string? cluster = null,
        CancellationToken cancellation = default)
    {
        options ??= new CoxOptions();
        var model = new SqlModel(_relation, _options, SurvivalFormula.Parse(formula), weights, cluster, cancellation);
        var summary = new SqlSummary(model);
        var rows = new SqlRiskSums(model, summary, _options, options.JoinNearTies);
        int omitted = checked((int)(summary.Total - summary.Rows.Sum()));
        bool isRobust = CaseWeights.AreErrorsRobust(options.Robust, model.Clusters > 0, () => summary.HasFractionalWeights);
        return SummedCox.Fit(rows, model.Learned(summary.StrataNames), options, omitted, isRobust, model.Cautions, summary.Weightless);
    }
}
