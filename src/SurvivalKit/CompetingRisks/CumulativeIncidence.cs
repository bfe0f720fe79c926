using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cumulative incidences of competing causes (Aalen and Johansen 1978), with errors of the infinitesimal jackknife; agrees with
/// R's
/// <c>survfit</c> of <c>Surv(time, factor(status))</c>.</summary>
/// <remarks>The incidence of a cause is the probability that the event happens by a time and from this cause. One minus a Kaplan-Meier
/// estimate that takes the other causes as censored is not: it is always higher.</remarks>
/// <example><code>
/// var curves = CumulativeIncidence.Fit(mgus, "Surv(etime, event) ~ sex");
/// Console.WriteLine(curves["F"]["pcm"].At(120, 240));
/// </code></example>
public static class CumulativeIncidence
{
    /// <summary>Fits the incidences of each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ arm</c> or <c>Surv(start, stop, factor(status)) ~ 1</c>. The
    /// status is a factor or a text whose first level is censoring, and whose other levels are the causes.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none, every observation counts once.</param>
    /// <param name="cluster">The column of clusters, which are the sampling units of the errors; default: the subjects, or each
    /// observation. A <c>cluster()</c> in the formula has the same effect.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several; default: none, each row is its
    /// own.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level. A status of numbers needs it,
    /// or <c>factor()</c>.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, the status has no censoring level, or there is no
    /// event.</exception>
    public static CumulativeIncidenceCurves Fit(
        DataFrame data,
        string formula,
        CumulativeIncidenceOptions? options = null,
        string? weights = null,
        string? cluster = null,
        string? id = null,
        string? censored = null)
    {
        options = Checked(options);
        var groups = GroupedCurves.Read(
            data, formula, weights, cluster, robust: true, options.JoinNearTies, id, new CauseRules(censored));
        ImmutableArray<CumulativeIncidenceCurve> curves =
            [.. groups.Curves((name, rows) => new CumulativeIncidenceCurve(name, rows, options))];
        return new CumulativeIncidenceCurves(formula, curves, groups.Frame.Omitted, options)
        {
            Cautions = groups.Frame.Cautions,
            Weightless = groups.Frame.Weightless,
            Censored = groups.Frame.CensoringLevel,
        };
    }

    /// <summary>Fits the incidences of one group of observations.</summary>
    /// <param name="response">The observations, with <see cref="Surv.Causes"/>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">A case weight for each observation, not negative; empty: all 1.</param>
    /// <param name="clusters">The cluster of each observation, any number; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">There are no observations or causes, the weights or clusters are not one each, or a weight
    /// is negative.</exception>
    public static CumulativeIncidenceCurve Fit(
        Surv response,
        CumulativeIncidenceOptions? options = null,
        ReadOnlySpan<double> weights = default,
        ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        if (response.Causes.IsEmpty)
        {
            throw new SurvivalDataException("The response has no causes; one with competing causes was expected, from Surv.WithCauses.");
        }

        SurvivalSample sample = SurvivalSample.Make(
            response, options.JoinNearTies, weights.ToArray(), clusters: clusters.ToArray(), robust: true);
        return new CumulativeIncidenceCurve("all", sample.All(), options);
    }

    private static CumulativeIncidenceOptions Checked(CumulativeIncidenceOptions? options)
    {
        options ??= new CumulativeIncidenceOptions();
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.ConfidenceType);
        return options;
    }
}
