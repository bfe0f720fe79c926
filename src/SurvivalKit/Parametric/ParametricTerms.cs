using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The parameters of a parametric regression with their errors.</summary>
internal static class ParametricTerms
{
    public static ImmutableArray<ParametricTerm> Build(
        ParametricOptions options, ImmutableArray<string> columns, ImmutableArray<string> strata, ParametricSolution solution)
    {
        int shapes = solution.Estimates.Length - 1 - columns.Length;
        ImmutableArray<string> shape = solution.Flexible?.Names
            ?? [options.Distribution == ParametricDistribution.Gompertz ? "shape" : "Log(scale)"];
        int count = Math.Max(1, strata.Length);
        string[] names =
        [
            "(Intercept)",
            .. columns,
            .. Enumerable.Range(0, shapes).Select(s => count == 1 ? shape[s / count] : $"{shape[s / count]} {strata[s % count]}"),
        ];
        double z = ConfidenceLevel.NormalQuantile(options.Level);
        bool hasRatio = HasRatio(options.Distribution);
        return
        [
            .. names.Select((name, place) =>
            {
                bool isInfinite = solution.Status == FitStatus.Separation && solution.AtFault.Contains(place);
                ParametricTerm term = ParametricTerm.Of(
                    name,
                    solution.Estimates[place],
                    Error(solution.Covariance, place, solution, isInfinite),
                    solution.Robust is { } robust ? Error(robust, place, solution, isInfinite) : null,
                    z);
                bool isShape = place > columns.Length;
                return term with
                {
                    IsShape = isShape,
                    Ratio = hasRatio && !isShape && place > 0 ? Exponential(term) : null,
                };
            }),
        ];
    }

    /// <summary>The log hazard ratios of a fit.</summary>
    public static ImmutableArray<ParametricTerm> HazardRatios(ParametricFit fit, int columns)
    {
        ParametricDistribution distribution = fit.Options.Distribution;
        ParametricTerm[] shapes = [.. fit.Terms.Where(term => term.IsShape)];
        bool isOwn = IsHazardRatio(distribution);
        bool isProportional = isOwn || distribution is ParametricDistribution.Exponential or ParametricDistribution.Weibull
            or ParametricDistribution.Rayleigh;
        if (!isProportional || fit.Strata.Length > 1)
        {
            throw new SurvivalDataException(isProportional
                ? "Strata that have scales of their own have no proportional hazards; a model without strata() was expected."
                : $"The hazards of the {ParametricTables.NameOf(distribution)} distribution are not proportional; exponential, Weibull, Rayleigh, Gompertz, piecewise exponential or a spline of the hazard was expected.");
        }

        double z = ConfidenceLevel.NormalQuantile(fit.Options.Level);
        int shape = fit.Terms.Length - 1;
        return
        [
            .. Enumerable.Range(1, columns).Select(place =>
            {
                ParametricTerm term = fit.Terms[place];
                if (isOwn || !term.IsEstimable)
                {
                    return term;
                }

                double scale = fit.Scales[0];
                double ratio = -term.Coefficient / scale;
                double variance = fit.Covariance(place, place);
                if (shapes.Length == 1)
                {
                    variance += (term.Coefficient * term.Coefficient * fit.Covariance(shape, shape))
                        - (2 * term.Coefficient * fit.Covariance(place, shape));
                }

                var own = ParametricTerm.Of(term.Name, ratio, Math.Sqrt(variance) / scale, null, z);
                return own with { Ratio = Exponential(own) };
            }),
        ];
    }

    /// <summary>Whether the exponential of a coefficient is a hazard ratio.</summary>
    public static bool IsHazardRatio(ParametricDistribution distribution) => distribution is ParametricDistribution.Gompertz
        or ParametricDistribution.PiecewiseExponential or ParametricDistribution.SplineHazard;

    private static bool HasRatio(ParametricDistribution distribution) => IsHazardRatio(distribution)
        || (ParametricStart.IsOfLogTime(distribution) && distribution != ParametricDistribution.SplineNormal);

    private static RatioEstimate Exponential(ParametricTerm term) =>
        new(Math.Exp(term.Coefficient), Math.Exp(term.Lower), Math.Exp(term.Upper));

    private static double Error(double[,] covariance, int place, ParametricSolution solution, bool isInfinite) =>
        double.IsNaN(solution.Estimates[place]) ? double.NaN
        : isInfinite ? double.PositiveInfinity
        : Math.Sqrt(covariance[place, place]);
}
