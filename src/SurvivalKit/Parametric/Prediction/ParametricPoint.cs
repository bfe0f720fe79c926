using MathNet.Numerics.Integration;

namespace SurvivalKit;

/// <summary>A quantity of a distribution, with its derivatives by the linear predictor and the shapes, of which errors are made as in R's
/// <c>predict.survreg</c>.</summary>
/// <param name="Value">The quantity.</param>
/// <param name="Gradient">Its derivatives.</param>
internal readonly record struct ParametricPoint(double Value, double[] Gradient)
{
    private const int Pieces = 16;
    private const int Order = 32;

    public static ParametricPoint Of(ISubjectLifetime lifetime, ParametricQuantity quantity, double at)
    {
        if (quantity == ParametricQuantity.Quantile)
        {
            return OfQuantile(lifetime, at);
        }

        if (quantity == ParametricQuantity.RestrictedMean)
        {
            return OfMean(lifetime, at);
        }

        double[] gradient = new double[lifetime.Parameters];
        double survival = lifetime.LogSurvival(at, gradient);
        if (quantity == ParametricQuantity.Survival)
        {
            return Times(Math.Exp(survival), Math.Exp(survival), gradient);
        }

        if (quantity == ParametricQuantity.CumulativeHazard)
        {
            return Times(-survival, -1, gradient);
        }

        double[] density = new double[lifetime.Parameters];
        double hazard = Math.Exp(lifetime.LogDensity(at, density) - survival);
        return new(hazard, [.. density.Zip(gradient, (of, less) => hazard * (of - less))]);
    }

    private static ParametricPoint Times(double value, double factor, double[] gradient) =>
        new(value, Array.ConvertAll(gradient, part => factor * part));

    // The survival at the quantile stays the same when a parameter changes.
    private static ParametricPoint OfQuantile(ISubjectLifetime lifetime, double part)
    {
        double time = lifetime.Quantile(part);
        double[] gradient = new double[lifetime.Parameters];
        if (!double.IsFinite(time))
        {
            Array.Fill(gradient, double.NaN);
            return new(time, gradient);
        }

        double density = lifetime.LogDensity(time, gradient);
        double hazard = Math.Exp(density - lifetime.LogSurvival(time, gradient));
        return Times(time, 1 / hazard, gradient);
    }

    private static ParametricPoint OfMean(ISubjectLifetime lifetime, double until)
    {
        var rule = new GaussLegendreRule(0, 1, Order);
        double value = 0;
        double[] sums = new double[lifetime.Parameters];
        double[] gradient = new double[lifetime.Parameters];

        // Where the survival falls steeply at the start, as from a hazard that starts infinite, the pieces are short there.
        double[] ends = [.. Enumerable.Range(1, Pieces).Select(piece => until * Math.Pow((double)piece / Pieces, 4)), .. lifetime.Jumps];
        Array.Sort(ends);
        double from = 0;
        foreach (double to in ends.TakeWhile(end => end <= until))
        {
            for (int i = 0; i < Order; i++)
            {
                double survival = lifetime.LogSurvival(from + ((to - from) * rule.GetAbscissa(i)), gradient);
                double area = (to - from) * rule.GetWeight(i) * Math.Exp(survival);
                value += area;
                for (int p = 0; p < sums.Length; p++)
                {
                    sums[p] += area * gradient[p];
                }
            }

            from = to;
        }

        return new(value, sums);
    }
}
