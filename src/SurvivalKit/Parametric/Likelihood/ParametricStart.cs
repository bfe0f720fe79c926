namespace SurvivalKit;

/// <summary>The likelihood of each distribution, and from where it is maximised.</summary>
internal static class ParametricStart
{
    /// <summary>The likelihood of a distribution.</summary>
    public static IParametricLikelihood Likelihood(ParametricData data, ParametricDistribution distribution)
    {
        double? shape = FixedShape(distribution);
        return distribution switch
        {
            ParametricDistribution.LogNormal or ParametricDistribution.Gaussian =>
                new ParametricLikelihood<LocationScale<NormalError>>(data, shape),
            ParametricDistribution.LogLogistic or ParametricDistribution.Logistic =>
                new ParametricLikelihood<LocationScale<LogisticError>>(data, shape),
            ParametricDistribution.Gompertz => new ParametricLikelihood<GompertzLifetime>(data, shape),
            _ => new ParametricLikelihood<LocationScale<ExtremeValueError>>(data, shape),
        };
    }

    /// <summary>The distribution of the time.</summary>
    public static ILifetime Lifetime(ParametricDistribution distribution, double shape)
    {
        ILifetime lifetime = distribution switch
        {
            ParametricDistribution.LogNormal or ParametricDistribution.Gaussian => LocationScale<NormalError>.Of(shape),
            ParametricDistribution.LogLogistic or ParametricDistribution.Logistic => LocationScale<LogisticError>.Of(shape),
            ParametricDistribution.Gompertz => GompertzLifetime.Of(shape),
            _ => LocationScale<ExtremeValueError>.Of(shape),
        };
        return IsOfLogTime(distribution) ? new LogLifetime(lifetime) : lifetime;
    }

    /// <summary>The shape that the distribution fixes; <see langword="null"/> where it is estimated.</summary>
    public static double? FixedShape(ParametricDistribution distribution) => distribution switch
    {
        ParametricDistribution.Exponential => 0,
        ParametricDistribution.Rayleigh => Math.Log(0.5),
        _ => null,
    };

    /// <summary>Intercept and shapes from which a model without columns is fitted: the mean and spread of the times, or for Gompertz the
    /// constant hazard.</summary>
    public static double[] Of(IParametricLikelihood likelihood, ParametricDistribution distribution)
    {
        ParametricData data = likelihood.Data;
        double weight = 0, sum = 0, events = 0, exposure = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            weight += data.WeightOf(row);
            sum += data.WeightOf(row) * (data.Time[row] - OffsetOf(data, row));
            events += data.HasEvent(row) ? data.WeightOf(row) : 0;
            exposure += data.WeightOf(row) * (data.Time[row] - (data.Start.Length == 0 ? 0 : data.Start[row]));
        }

        double mean = sum / weight;
        double squares = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            double distance = data.Time[row] - OffsetOf(data, row) - mean;
            squares += data.WeightOf(row) * distance * distance;
        }

        double spread = Math.Max(Math.Sqrt(squares / weight), 1e-8 * Math.Max(1, Math.Abs(mean)));
        bool isGompertz = distribution == ParametricDistribution.Gompertz;
        return
        [
            isGompertz ? Math.Log(events / exposure) : mean,
            .. Enumerable.Repeat(isGompertz ? 0 : Math.Log(spread), likelihood.Shapes),
        ];
    }

    /// <summary>Whether the distribution is one of log time.</summary>
    public static bool IsOfLogTime(ParametricDistribution distribution) => distribution is ParametricDistribution.Exponential
        or ParametricDistribution.Weibull or ParametricDistribution.Rayleigh or ParametricDistribution.LogNormal
        or ParametricDistribution.LogLogistic or ParametricDistribution.GeneralizedGamma or ParametricDistribution.GeneralizedF
        || FlexibleModel.IsSpline(distribution);

    private static double OffsetOf(ParametricData data, int row) => data.Offset.Length == 0 ? 0 : data.Offset[row];
}
