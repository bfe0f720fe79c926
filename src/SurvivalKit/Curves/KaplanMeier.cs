using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The Kaplan-Meier estimate of survival (Kaplan and Meier 1958); agrees with R's <c>survfit</c>.</summary>
/// <example><code>
/// var curves = KaplanMeier.Fit(lung, "Surv(time, status) ~ sex");
/// Console.WriteLine(curves);
/// </code></example>
public static class KaplanMeier
{
    /// <summary>Fits a curve for each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex</c>; <c>~ 1</c> for one curve. A <c>cluster()</c> makes errors robust.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static KaplanMeierCurves Fit(DataFrame data, string formula, KaplanMeierOptions? options = null)
    {
        options = Checked(options);
        var groups = GroupedCurves.Read(data, formula, options.Weights, options.Cluster, options.Robust, options.JoinNearTies);
        ImmutableArray<KaplanMeierCurve> curves = [.. groups.Curves((name, rows) => new KaplanMeierCurve(name, rows, options))];
        return new KaplanMeierCurves(formula, curves, groups.Frame.Omitted, options);
    }

    /// <summary>Fits one curve to a response.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="weights">A case weight for each observation, not negative; empty: all 1.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults. Columns cannot be named here.</param>
    /// <param name="clusters">A number for each observation, the same for those that belong together, for robust errors; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">There are no observations, or the weights or clusters are not one each, a weight is negative, or the options name a column.</exception>
    public static KaplanMeierCurve Fit(Surv response, ReadOnlySpan<double> weights = default, KaplanMeierOptions? options = null, ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        SurvivalSample.CheckNoColumns(options.Weights, options.Cluster);
        SurvivalSample sample = SurvivalSample.Make(
            response, options.JoinNearTies, weights.ToArray(), clusters: clusters.ToArray(), robust: options.Robust);
        return new KaplanMeierCurve("all", sample.All(), options);
    }

    /// <summary>Fits one curve to right-censored times.</summary>
    /// <param name="time">Time of event or censoring.</param>
    /// <param name="status">0 censored, 1 event; or 1 censored, 2 event.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">There are no observations, lengths differ, or a value cannot be used.</exception>
    public static KaplanMeierCurve Fit(ReadOnlySpan<double> time, ReadOnlySpan<double> status, KaplanMeierOptions? options = null) =>
        Fit(Surv.Right(time, status), default, options);

    private static KaplanMeierOptions Checked(KaplanMeierOptions? options)
    {
        options ??= new KaplanMeierOptions();
        ConfidenceLevel.Check(options.Level);
        return options;
    }
}
