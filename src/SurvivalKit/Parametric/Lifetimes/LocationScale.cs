namespace SurvivalKit;

/// <summary>A time is the linear predictor and a scale times a standard error; the shape is the logarithm of the scale (Kalbfleisch and
/// Prentice 2002, section 3.6; R's <c>survreg</c>).</summary>
/// <typeparam name="TError">The distribution of the error.</typeparam>
/// <param name="shape">The shape.</param>
/// <param name="scale">The scale.</param>
internal readonly struct LocationScale<TError>(double shape, double scale) : IShapedLifetime<LocationScale<TError>>
    where TError : struct, IStandardError
{
    public static LocationScale<TError> Of(double shape) => new(shape, Math.Exp(shape));

    public LifetimeValue LogDensity(double time, double predictor)
    {
        double z = (time - predictor) / scale;
        (double value, double first, double second) = default(TError).LogDensity(z);
        LifetimeValue of = Of(z, value - shape, first, second);
        return of with { Shape = of.Shape - 1 };
    }

    public LifetimeValue LogSurvival(double time, double predictor)
    {
        // The logarithm of a start at 0.
        if (double.IsNegativeInfinity(time))
        {
            return default;
        }

        double z = (time - predictor) / scale;
        (double value, double first, double second) = default(TError).LogSurvival(z);
        return Of(z, value, first, second);
    }

    public double Quantile(double part, double predictor) => predictor + (scale * default(TError).Quantile(part));

    private LifetimeValue Of(double z, double value, double first, double second) => new(
        value, -first / scale, -z * first, second / (scale * scale), (first + (z * second)) / scale, z * (first + (z * second)));
}
