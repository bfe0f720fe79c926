using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The Nelson-Aalen estimate of the cumulative hazard (Nelson 1969, Aalen 1978) and its form for ties of
/// Fleming and Harrington (1984); agrees with <c>cumhaz</c> and <c>std.chaz</c> of R's <c>survfit</c>.</summary>
/// <example><code>
/// var hazards = NelsonAalen.Fit(lung, "Surv(time, status) ~ sex");
/// Console.WriteLine(hazards["1"].At(365)[0].CumulativeHazard);
/// </code></example>
public static class NelsonAalen
{
    /// <summary>Fits a cumulative hazard for each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex</c>; <c>~ 1</c> for one curve. A
    /// <c>cluster()</c> makes errors robust.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none, every observation counts once.</param>
    /// <param name="cluster">The column of clusters, for robust standard errors; default: none, each observation is its own cluster. A
    /// <c>cluster()</c> in the formula has the same effect.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several; default: none. Then <c>n</c> counts
    /// subjects, and a row whose subject goes on in the next is not censored.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static NelsonAalenCurves Fit(
        DataFrame data,
        string formula,
        NelsonAalenOptions? options = null,
        string? weights = null,
        string? cluster = null,
        string? id = null)
    {
        options = Checked(options);
        var groups = GroupedCurves.Read(data, formula, weights, cluster, options.Robust, options.JoinNearTies, id);
        return new NelsonAalenCurves(
            formula, [.. groups.Curves((name, rows) => new NelsonAalenCurve(name, rows, options))], groups.Frame.Omitted, options);
    }

    /// <summary>Fits one cumulative hazard to a response.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">A case weight for each observation, not negative; empty: all 1.</param>
    /// <param name="clusters">The cluster of each observation, any number, for robust standard errors; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">There are no observations, the weights or clusters are not one each, or a
    /// weight is negative.</exception>
    public static NelsonAalenCurve Fit(
        Surv response, NelsonAalenOptions? options = null, ReadOnlySpan<double> weights = default, ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        SurvivalSample sample = SurvivalSample.Make(
            response, options.JoinNearTies, weights.ToArray(), clusters: clusters.ToArray(), robust: options.Robust);
        return new NelsonAalenCurve("all", sample.All(), options);
    }

    /// <summary>Fits one cumulative hazard to right-censored times.</summary>
    /// <param name="time">Time of event or censoring.</param>
    /// <param name="status">0 censored, 1 event; or 1 censored, 2 event.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">There are no observations, lengths differ, or a value cannot be used.</exception>
    public static NelsonAalenCurve Fit(ReadOnlySpan<double> time, ReadOnlySpan<double> status, NelsonAalenOptions? options = null) =>
        Fit(Surv.Right(time, status), options);

    private static NelsonAalenOptions Checked(NelsonAalenOptions? options)
    {
        options ??= new NelsonAalenOptions();
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.Method);
        Choice.Check(options.ConfidenceType);
        return options;
    }
}
