namespace SurvivalKit;

/// <summary>Log time, or time, is the linear predictor and a scale times a standard error; the shape is the logarithm of the scale
/// (Kalbfleisch and Prentice 2002, section 3.6; R's <c>survreg</c>).</summary>
/// <typeparam name="TError">The distribution of the error.</typeparam>
/// <param name="isLog">Whether log time is modelled.</param>
internal readonly struct LocationScale<TError>(bool isLog) : ILifetime
    where TError : struct, IStandardError
{
    public LifetimeValue LogDensity(double time, double predictor, double shape)
    {
        double y = isLog ? Math.Log(time) : time;
        double scale = Math.Exp(shape);
        double z = (y - predictor) / scale;
        (double value, double first, double second) = default(TError).LogDensity(z);
        LifetimeValue of = Of(z, scale, value - shape - (isLog ? y : 0), first, second);
        return of with { Shape = of.Shape - 1 };
    }

    public LifetimeValue LogSurvival(double time, double predictor, double shape)
    {
        if (isLog && time <= 0)
        {
            return default;
        }

        double scale = Math.Exp(shape);
        double z = ((isLog ? Math.Log(time) : time) - predictor) / scale;
        (double value, double first, double second) = default(TError).LogSurvival(z);
        return Of(z, scale, value, first, second);
    }

    public double Quantile(double part, double predictor, double shape)
    {
        double y = predictor + (Math.Exp(shape) * default(TError).Quantile(part));
        return isLog ? Math.Exp(y) : y;
    }

    private static LifetimeValue Of(double z, double scale, double value, double first, double second) => new(
        value, -first / scale, -z * first, second / (scale * scale), (first + (z * second)) / scale, z * (first + (z * second)));
}
