namespace SurvivalKit;

/// <summary>Gompertz's distribution: the hazard is exp(linear predictor + shape times time) (Gompertz 1825; flexsurv). With a shape below
/// 0 a part of the subjects never has the event.</summary>
/// <param name="shape">The shape.</param>
internal readonly struct GompertzLifetime(double shape) : IShapedLifetime<GompertzLifetime>
{
    public static GompertzLifetime Of(double shape) => new(shape);

    public LifetimeValue LogDensity(double time, double predictor)
    {
        LifetimeValue survival = LogSurvival(time, predictor);
        return survival with
        {
            Value = survival.Value + predictor + (shape * time),
            Predictor = survival.Predictor + 1,
            Shape = survival.Shape + time,
        };
    }

    public LifetimeValue LogSurvival(double time, double predictor)
    {
        if (time <= 0)
        {
            return default;
        }

        double rate = -Math.Exp(predictor);
        (double value, double first, double second) = Exposure(time, shape);
        return new(rate * value, rate * value, rate * first, rate * value, rate * first, rate * second);
    }

    public double Quantile(double part, double predictor)
    {
        double hazard = -Math.Log(1 - part) / Math.Exp(predictor);
        double x = shape * hazard;
        return x <= -1 ? double.PositiveInfinity
            : Math.Abs(x) < 1e-6 ? hazard * (1 - (x * (0.5 - (x / 3))))
            : Math.Log(1 + x) / shape;
    }

    // The integral of e^(shape u) from 0 to the time, and its first and second derivative by the shape.
    private static (double Value, double First, double Second) Exposure(double time, double shape)
    {
        double x = shape * time;
        double square = time * time;
        if (Math.Abs(x) < 0.5)
        {
            // The closed forms lose digits near 0: the series of (e^x - 1) / x and its derivatives.
            (double value, double first, double second) = (0, 0, 0);
            double power = 1;
            for (int k = 0; k < 20; k++)
            {
                value += power / (k + 1);
                first += power / (k + 2);
                second += power / (k + 3);
                power *= x / (k + 1);
            }

            return (time * value, square * first, square * time * second);
        }

        double e = Math.Exp(x);
        double exposure = (e - 1) / shape;
        double derivative = ((time * e) - exposure) / shape;
        return (exposure, derivative, ((square * e) - (2 * derivative)) / shape);
    }
}
