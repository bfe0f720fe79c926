using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a distribution of several shapes is for some data: its family in the units of the search and in the caller's, and where
/// the search starts.</summary>
/// <param name="Search">The family by which the likelihood is maximised.</param>
/// <param name="Family">The family in the caller's units.</param>
/// <param name="Names">The names of the shapes.</param>
/// <param name="Factors">The shapes of the caller are these times those of the search; <see langword="null"/>: the same.</param>
/// <param name="Knots">The times of cuts or inner knots; empty for other distributions.</param>
internal sealed record FlexibleModel(
    IFlexibleFamily Search, IFlexibleFamily Family, ImmutableArray<string> Names, double[,]? Factors, ImmutableArray<double> Knots)
{
    /// <summary>Whether a distribution has several shapes.</summary>
    public static bool Is(ParametricDistribution distribution) => distribution is ParametricDistribution.GeneralizedGamma
        or ParametricDistribution.GeneralizedF or ParametricDistribution.PiecewiseExponential || IsSpline(distribution);

    /// <summary>Whether a distribution is a spline of log time.</summary>
    public static bool IsSpline(ParametricDistribution distribution) => distribution is ParametricDistribution.SplineHazard
        or ParametricDistribution.SplineOdds or ParametricDistribution.SplineNormal;

    /// <summary>The model of some rows; <see langword="null"/> for a distribution of one shape.</summary>
    /// <exception cref="SurvivalDataException">A cut or knot cannot be used.</exception>
    public static FlexibleModel? Of(ParametricData data, ParametricOptions options)
    {
        ParametricDistribution distribution = options.Distribution;
        if (!Is(distribution))
        {
            return null;
        }

        if (distribution == ParametricDistribution.GeneralizedGamma)
        {
            var family = new GeneralizedGammaFamily();
            return new(family, family, ["Log(scale)", "Q"], null, []);
        }

        if (distribution == ParametricDistribution.GeneralizedF)
        {
            var family = new GeneralizedFFamily();
            return new(family, family, ["Log(scale)", "Q", "Log(P)"], null, []);
        }

        double[] events = FlexibleKnots.EventTimes(data);
        if (distribution == ParametricDistribution.PiecewiseExponential)
        {
            double[] cuts = FlexibleKnots.Cuts(options, events);
            return new(
                new PiecewiseExponentialFamily(Array.ConvertAll(cuts, cut => cut / data.Units.Unit)),
                new PiecewiseExponentialFamily(cuts),
                [.. cuts.Select(cut => FormattableString.Invariant($"after {cut:G6}"))],
                null,
                [.. cuts]);
        }

        double[] knots = FlexibleKnots.Knots(options, events);
        var basis = LogTimeSpline.Of(knots);
        LogTimeSpline orthogonal = basis.Orthogonal(Array.ConvertAll(events, Math.Log));
        return new(
            Spline(distribution, orthogonal),
            Spline(distribution, basis),
            [.. Enumerable.Range(1, basis.Columns).Select(k => FormattableString.Invariant($"gamma{k}"))],
            orthogonal.Factors,
            [.. knots[1..^1].Select(knot => Math.Exp(knot))]);
    }

    /// <summary>Intercept and shapes from which a model without columns is fitted.</summary>
    public double[] Start(ParametricData data, ParametricOptions options)
    {
        double[] Repeat(params double[] shapes) =>
            [.. shapes.SelectMany(shape => Enumerable.Repeat(shape, data.Strata))];
        if (options.Distribution == ParametricDistribution.PiecewiseExponential)
        {
            double rate = ParametricStart.Of(new FlexibleLikelihood(data, Search), ParametricDistribution.Gompertz)[0];
            return [rate, .. Repeat(new double[Search.Shapes])];
        }

        // Simpler distributions that are special cases.
        ParametricMaximum Simple(ParametricDistribution distribution)
        {
            IParametricLikelihood likelihood = ParametricStart.Likelihood(data, distribution).Null();
            return ParametricMaximizer.Run(likelihood, ParametricStart.Of(likelihood, distribution), options.MaxIterations);
        }

        if (IsSpline(options.Distribution))
        {
            ParametricMaximum line = Simple(options.Distribution switch
            {
                ParametricDistribution.SplineHazard => ParametricDistribution.Weibull,
                ParametricDistribution.SplineOdds => ParametricDistribution.LogLogistic,
                _ => ParametricDistribution.LogNormal,
            });
            double slope = Math.Exp(-line.Parameters[1..].Average());
            double[] shapes = new double[Search.Shapes];
            shapes[0] = slope / Factors![0, 0];
            return [-line.Parameters[0] * slope, .. Repeat(shapes)];
        }

        ParametricMaximum normal = Simple(ParametricDistribution.LogNormal);
        ParametricMaximum weibull = Simple(ParametricDistribution.Weibull);
        (ParametricMaximum best, double q) = normal.Sums.Value >= weibull.Sums.Value ? (normal, 0) : (weibull, 1);
        double[] gamma = [.. best.Parameters, .. Repeat(q)];
        if (options.Distribution == ParametricDistribution.GeneralizedGamma)
        {
            return gamma;
        }

        var simpler = new FlexibleLikelihood(data, new GeneralizedGammaFamily(), withColumns: false);
        return [.. ParametricMaximizer.Run(simpler, gamma, options.MaxIterations).Parameters, .. Repeat(-1)];
    }

    private static IFlexibleFamily Spline(ParametricDistribution distribution, LogTimeSpline basis) => distribution switch
    {
        ParametricDistribution.SplineHazard => new SplineFamily<ExtremeValueError>(basis),
        ParametricDistribution.SplineOdds => new SplineFamily<LogisticError>(basis),
        _ => new SplineFamily<NormalError>(basis),
    };
}
