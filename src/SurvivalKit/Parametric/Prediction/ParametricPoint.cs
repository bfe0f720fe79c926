using MathNet.Numerics.Integration;

namespace SurvivalKit;

/// <summary>A quantity of a distribution, with its derivatives by the linear predictor and the shape, of which errors are made as in R's
/// <c>predict.survreg</c>.</summary>
/// <param name="Value">The quantity.</param>
/// <param name="Predictor">Its derivative by the linear predictor.</param>
/// <param name="Shape">Its derivative by the shape.</param>
internal readonly record struct ParametricPoint(double Value, double Predictor, double Shape)
{
    private const int Pieces = 16;
    private const int Order = 32;

    public static ParametricPoint Of(ILifetime lifetime, ParametricQuantity quantity, double at, double predictor)
    {
        if (quantity == ParametricQuantity.Quantile)
        {
            return OfQuantile(lifetime, at, predictor);
        }

        if (quantity == ParametricQuantity.RestrictedMean)
        {
            return OfMean(lifetime, at, predictor);
        }

        LifetimeValue survival = lifetime.LogSurvival(at, predictor);
        if (quantity == ParametricQuantity.Survival)
        {
            double s = Math.Exp(survival.Value);
            return new(s, s * survival.Predictor, s * survival.Shape);
        }

        if (quantity == ParametricQuantity.CumulativeHazard)
        {
            return new(-survival.Value, -survival.Predictor, -survival.Shape);
        }

        LifetimeValue log = lifetime.LogDensity(at, predictor) - survival;
        double hazard = Math.Exp(log.Value);
        return new(hazard, hazard * log.Predictor, hazard * log.Shape);
    }

    // The survival at the quantile stays the same when a parameter changes.
    private static ParametricPoint OfQuantile(ILifetime lifetime, double part, double predictor)
    {
        double time = lifetime.Quantile(part, predictor);
        if (!double.IsFinite(time))
        {
            return new(time, double.NaN, double.NaN);
        }

        LifetimeValue survival = lifetime.LogSurvival(time, predictor);
        double hazard = Math.Exp(lifetime.LogDensity(time, predictor).Value - survival.Value);
        return new(time, survival.Predictor / hazard, survival.Shape / hazard);
    }

    private static ParametricPoint OfMean(ILifetime lifetime, double until, double predictor)
    {
        var rule = new GaussLegendreRule(0, 1, Order);
        (double value, double first, double second) = (0, 0, 0);

        // Where the survival falls steeply at the start, as from a hazard that starts infinite, the pieces are short there.
        double from = 0;
        for (int piece = 1; piece <= Pieces; piece++)
        {
            double to = until * Math.Pow((double)piece / Pieces, 4);
            for (int i = 0; i < Order; i++)
            {
                LifetimeValue survival = lifetime.LogSurvival(from + ((to - from) * rule.GetAbscissa(i)), predictor);
                double area = (to - from) * rule.GetWeight(i) * Math.Exp(survival.Value);
                value += area;
                first += area * survival.Predictor;
                second += area * survival.Shape;
            }

            from = to;
        }

        return new(value, first, second);
    }
}
