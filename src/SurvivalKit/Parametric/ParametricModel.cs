using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Parametric regression of times; agrees with R's <c>survreg</c>, and where that has no such distribution with
/// flexsurv.</summary>
/// <example><code>
/// ParametricFit fit = ParametricModel.Fit(lung, "Surv(time, status) ~ age + factor(sex)");
/// Console.WriteLine(fit["factor(sex)2"].Ratio!.Estimate);   // the time ratio
/// </code></example>
public static class ParametricModel
{
    /// <summary>Fits a model given by a formula.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and terms, as <c>Surv(time, status) ~ age + strata(sex)</c>; each stratum has a scale or shape of its
    /// own. A start, <c>Surv(start, stop, event)</c>, is the time from which a row is observed (left truncation); the times of
    /// <c>Surv(left, right, type = "interval2")</c> are known to be between two, and a left limit of 0 is as none.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="cluster">The column of clusters, for robust standard errors; default: none. A <c>cluster()</c> in the formula has the
    /// same effect.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used; a time is not above 0 where log time is
    /// modelled.</exception>
    public static ParametricFit Fit(
        DataFrame data, string formula, ParametricOptions? options = null, string? weights = null, string? cluster = null)
    {
        options ??= new ParametricOptions();
        ArgumentNullException.ThrowIfNull(formula);
        var frame = ModelFrame.Build(data, FormulaCache.Get(formula), weights, cluster, null, null, intervals: true);
        ModelValues values = frame.Values;
        SurvivalSample sample = Sample(frame.Response, options, values.Strata, values.Weights, values.Clusters);
        DesignMatrix design = frame.Design();
        return new ParametricFit(
            formula, options, sample, design, values.StrataNames, Solve(sample, design, values.Offset, options))
        {
            ModelTerms = ModelTerms.Learn(frame),
            DataCautions = frame.Cautions,
            UsedRows = frame.Rows,
            Omitted = checked((int)data.Rows.Count) - frame.Response.Count,
            Weightless = frame.Weightless,
        };
    }

    /// <summary>Fits a model to columns of numbers.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="design">One column a coefficient; the intercept comes by itself.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <param name="weights">The case weight of each observation; empty: all 1.</param>
    /// <param name="offset">What is added to each linear predictor; empty: nothing.</param>
    /// <param name="clusters">The cluster of each observation, any number, for robust standard errors; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">Lengths differ or a value cannot be used.</exception>
    public static ParametricFit Fit(
        Surv response,
        DesignMatrix design,
        ParametricOptions? options = null,
        ReadOnlySpan<int> strata = default,
        ReadOnlySpan<double> weights = default,
        ReadOnlySpan<double> offset = default,
        ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(design);
        options ??= new ParametricOptions();
        SurvivalSample sample = Sample(response, options, strata, weights.ToArray(), clusters.ToArray());
        design.Check(response, offset);
        ImmutableArray<string> names = [.. sample.Strata.Values.Select(value => FormattableString.Invariant($"{value}"))];
        return new ParametricFit("", options, sample, design, names, Solve(sample, design, offset, options));
    }

    /// <summary>Fits the same regression with several distributions.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and terms, as for <see cref="Fit(DataFrame, string, ParametricOptions?, string?, string?)"/>.</param>
    /// <param name="options">The options but the distribution; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights; default: none.</param>
    /// <param name="cluster">The column of clusters; default: none.</param>
    /// <param name="distributions">The distributions; none: exponential, Weibull, Gompertz, log-normal, log-logistic and
    /// generalised gamma, the six of an appraisal (NICE's technical support document 14).</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static ParametricComparison Compare(
        DataFrame data,
        string formula,
        ParametricOptions? options = null,
        string? weights = null,
        string? cluster = null,
        params IEnumerable<ParametricDistribution> distributions)
    {
        ArgumentNullException.ThrowIfNull(distributions);
        options ??= new ParametricOptions();
        ParametricDistribution[] all = [.. distributions.Distinct()];
        ParametricDistribution[] usual =
        [
            ParametricDistribution.Exponential, ParametricDistribution.Weibull, ParametricDistribution.Gompertz,
            ParametricDistribution.LogNormal, ParametricDistribution.LogLogistic, ParametricDistribution.GeneralizedGamma,
        ];
        return new ParametricComparison(formula, (all.Length == 0 ? usual : all).Select(distribution =>
            Fit(data, formula, options with { Distribution = distribution }, weights, cluster)))
        {
            Weights = weights,
        };
    }

    private static SurvivalSample Sample(
        Surv response, ParametricOptions options, ReadOnlySpan<int> strata, double[] weights, int[] clusters) =>
        SurvivalSample.Make(
            response, joinNearTies: false, weights, strata: GroupCodes.FromNumbers(strata), clusters: clusters, robust: options.Robust,
            intervals: true);

    private static ParametricSolution Solve(
        SurvivalSample sample, DesignMatrix design, ReadOnlySpan<double> offset, ParametricOptions options)
    {
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.Distribution);
        if (options.MaxIterations < 0)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"At most {options.MaxIterations} iterations were asked for; 0 or more were expected."));
        }

        ParametricTimes.Check(sample.Response, options.Distribution);
        return ParametricSolution.Find(
            new ParametricData(sample, design, offset, ParametricUnits.Of(sample, options.Distribution)), options);
    }
}
