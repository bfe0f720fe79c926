using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Regression of the cumulative incidence of one cause: proportional hazards of its subdistribution (Fine and Gray 1999); agrees
/// with R's <c>finegray</c> and <c>coxph</c>.</summary>
/// <remarks>One who had another cause stays at risk, with a weight that falls as the probability of not yet being censored does; from late
/// entry on also with that of having entered. The partial likelihood is that of the rows with these weights, as <c>finegray</c> makes them:
/// one for each interval with an event in which the weight of such a one is constant. These rows are not written out: the weight is a
/// quotient of a number of the time and one of the observation, so that sums over the observations suffice (Kawaguchi et al. 2021), except
/// where the likelihood has no maximum or G is 0 at an event.</remarks>
/// <example><code>
/// var fit = FineGray.Fit(mgus, "Surv(etime, event) ~ age + sex", "pcm");
/// Console.WriteLine(fit["age"].HazardRatio);
/// </code></example>
public static class FineGray
{
    /// <summary>Fits a model given by a formula.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and terms, as <c>Surv(time, status) ~ age + strata(centre)</c>. The status is a factor or a text
    /// whose first level is censoring. In each stratum the baseline and the censoring are its own.</param>
    /// <param name="cause">The level of the status whose incidence is modelled; the other ones compete.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none. The censoring is estimated without them, as in
    /// R.</param>
    /// <param name="cluster">The column of clusters, which are the sampling units of the errors; default: the subjects, or each
    /// observation.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several; default: none.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, there is no such cause, or it has no
    /// event.</exception>
    public static FineGrayFit Fit(
        DataFrame data,
        string formula,
        string cause,
        FineGrayOptions? options = null,
        string? weights = null,
        string? cluster = null,
        string? id = null,
        string? censored = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(cause);
        options ??= new FineGrayOptions();
        if (options.Ties == Ties.Exact)
        {
            throw new SurvivalDataException("Weighted rows have no exact ties; Efron's or Breslow's ties were expected.");
        }

        ModelFrame frame = ModelFrame.Build(data, FormulaCache.Get(formula), weights, cluster, id, new CauseRules(censored));
        ModelValues values = frame.Values;
        SubjectRows.CheckEnds(frame.Response, values.Subjects);
        int place = PlaceOf(cause, frame.Response, formula);
        var cox = new CoxOptions
        {
            Ties = options.Ties,
            Level = options.Level,
            MaxIterations = options.MaxIterations,
            Robust = true,
            JoinNearTies = false,
        };
        var estimation = new FineGrayEstimation(formula, frame, place, cox, options.JoinNearTies);
        return new FineGrayFit(formula, cause, options, estimation.Fit(), frame, place, estimation.Sample)
        {
            Events = frame.Response.Cause.Count(code => code == place),
            CompetingEvents = frame.Response.Cause.Count(code => code > 0 && code != place),
        };
    }

    private static int PlaceOf(string cause, Surv response, string formula)
    {
        int place = response.Causes.IndexOf(cause) + 1;
        if (place == 0)
        {
            throw new SurvivalDataException(
                $"There is no cause \"{cause}\" in {formula}; one of {string.Join(", ", response.Causes)} was expected.");
        }

        return response.Cause.Contains(place) ? place : throw new SurvivalDataException(
            $"The cause \"{cause}\" has no event in {formula}; at least one was expected.");
    }
}
