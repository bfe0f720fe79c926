using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The mean number of recurrent events of a subject by each time (Nelson 1988; Lawless and Nadeau 1995), also where an event such
/// as death ends them (Cook and Lawless 1997; Ghosh and Lin 2000); without terminal events it agrees with <c>cumhaz</c> and
/// <c>std.chaz</c> of R's <c>survfit</c> with <c>id</c> and <c>cluster</c>.</summary>
/// <remarks>Taking the dead as censored instead would give the mean of those who, were there no death, went on: it is always
/// higher.</remarks>
/// <example><code>
/// var means = MeanCumulativeFunction.Fit(bladder, "Surv(start, stop, status == 1) ~ rx", "id");
/// Console.WriteLine(means["1"].At(24)[0].Mean);
/// </code></example>
public static class MeanCumulativeFunction
{
    /// <summary>Fits a mean cumulative function for each group that the formula's terms make.</summary>
    /// <param name="data">A table of events, with one row for each event of a subject and one for the time after its last event.</param>
    /// <param name="formula">Response and groups, as <c>Surv(start, stop, status) ~ arm</c>; or <c>Surv(time, status) ~ arm</c>, where a
    /// row starts at the end of the subject's row before, and the first one at 0. With terminal events the status is a factor or a text
    /// whose first level is censoring.</param>
    /// <param name="id">The column that names the subject of each row.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="cluster">The column of the sampling units of the errors, where these are larger than subjects; default: the subjects. A
    /// <c>cluster()</c> in the formula has the same effect.</param>
    /// <param name="censored">The level or number of the status that is censoring, where its levels are several events; default: the
    /// first.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, a subject is at risk in two rows at the same time,
    /// goes on after a terminal event or is in two groups (the message names subject and rows), or there is no recurrent event.</exception>
    public static MeanCumulativeCurves Fit(
        DataFrame data,
        string formula,
        string id,
        MeanCumulativeOptions? options = null,
        string? weights = null,
        string? cluster = null,
        string? censored = null)
    {
        options ??= new MeanCumulativeOptions();
        RecurrentGroups groups = RecurrentGroups.Read(data, formula, id, options, weights, cluster, censored, withinStrata: false);
        return new MeanCumulativeCurves(
            formula,
            [.. groups.Sample.ByGroup().Select((rows, g) => new MeanCumulativeCurve(groups.Groups.Names[g], rows, options))],
            groups.Frame);
    }

    /// <summary>Compares the mean cumulative functions of the groups that a formula's terms make, within its strata: the sum over time of
    /// observed minus expected events, with a variance over subjects (Lawless and Nadeau 1995); with terminal events that of Ghosh and Lin
    /// (2000), in which each step of a mean counts.</summary>
    /// <param name="data">A table of events, as of <see cref="Fit"/>.</param>
    /// <param name="formula">Response and groups, as <c>Surv(start, stop, status) ~ arm + strata(centre)</c>.</param>
    /// <param name="id">The column that names the subject of each row.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="censored">The level or number of the status that is censoring, where its levels are several events; default: the
    /// first.</param>
    /// <remarks>Without terminal events this is the robust score test of an Andersen-Gill model with the groups as its term, with Breslow's
    /// ties: R's <c>rscore</c> of <c>coxph(Surv(start, stop, status) ~ arm, cluster = id, ties = "breslow")</c>.</remarks>
    /// <exception cref="SurvivalDataException">As of <see cref="Fit"/>, or there is only one group.</exception>
    public static MeanCumulativeTest Test(
        DataFrame data,
        string formula,
        string id,
        MeanCumulativeOptions? options = null,
        string? weights = null,
        string? censored = null)
    {
        options ??= new MeanCumulativeOptions();
        RecurrentGroups groups = RecurrentGroups.Read(data, formula, id, options, weights, null, censored, withinStrata: true);
        if (groups.Groups.Names is [var only])
        {
            throw new SurvivalDataException($"There is only one group ({only}) in {formula}; two or more were expected.");
        }

        return MeanCumulativeTest.Of(formula, groups, MeanComparison.Sum(groups.Sample, groups.IsTerminal is not null));
    }
}
