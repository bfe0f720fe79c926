using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Predicts for coded rows, errors by the delta method.</summary>
internal static class ParametricPredictor
{
    public static IEnumerable<ParametricEstimate> Predict(
        ParametricFit fit, CodedData rows, ParametricQuantity quantity, ImmutableArray<double> at)
    {
        double z = ConfidenceLevel.NormalQuantile(fit.Options.Level);
        for (int row = 0; row < rows.Rows.Length; row++)
        {
            double[] x = [1, .. Enumerable.Range(0, rows.Design.Columns).Select(column => rows.Design.Column(column)[row])];
            double predictor = fit.Predictor(x) + (rows.Offset.Length == 0 ? 0 : rows.Offset[row]);
            int[] places = fit.ShapePlaces(rows.Strata.Length == 0 ? 0 : rows.Strata[row]);
            ISubjectLifetime lifetime = fit.Lifetime(predictor, places);
            foreach (double point in at)
            {
                var value = ParametricPoint.Of(lifetime, quantity, point);
                double[] gradient = Gradient(fit, value, x, places);
                double error = Math.Sqrt(Quadratic(fit, gradient));
                (double lower, double upper) = Limits(fit.Options.Distribution, quantity, value.Value, z * error);
                yield return new ParametricEstimate(rows.Rows[row], point, value.Value, error, lower, upper);
            }
        }
    }

    /// <summary>The derivatives by all parameters of a fit of what has derivatives by the predictor and the shapes.</summary>
    public static double[] Gradient(ParametricFit fit, ParametricPoint value, double[] x, int[] places)
    {
        double[] gradient = new double[fit.Terms.Length];
        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = value.Gradient[0] * x[j];
        }

        for (int p = 0; p < places.Length; p++)
        {
            gradient[places[p]] = value.Gradient[1 + p];
        }

        return gradient;
    }

    /// <summary>The variance of what has a gradient by all parameters of a fit.</summary>
    public static double Quadratic(ParametricFit fit, double[] gradient)
    {
        double sum = 0;
        for (int j = 0; j < gradient.Length; j++)
        {
            for (int k = 0; k < gradient.Length; k++)
            {
                sum += gradient[j] == 0 || gradient[k] == 0 ? 0 : gradient[j] * fit.Covariance(j, k) * gradient[k];
            }
        }

        return sum;
    }

    private enum LimitScale
    {
        Plain,
        Log,
        ComplementaryLogLog,
    }

    private static LimitScale Scale(ParametricDistribution distribution, ParametricQuantity quantity) => quantity switch
    {
        ParametricQuantity.Survival => LimitScale.ComplementaryLogLog,
        ParametricQuantity.Hazard or ParametricQuantity.CumulativeHazard => LimitScale.Log,
        ParametricQuantity.Quantile when ParametricStart.IsOfLogTime(distribution)
            || distribution is ParametricDistribution.Gompertz or ParametricDistribution.PiecewiseExponential => LimitScale.Log,
        _ => LimitScale.Plain,
    };

    /// <summary>The limits of a quantity on its scale.</summary>
    public static (double Lower, double Upper) Limits(
        ParametricDistribution distribution, ParametricQuantity quantity, double value, double width) =>
        Limits(value, width, Scale(distribution, quantity));

    // The derivative of log(-log S) is that of S divided by S log S.
    private static (double Lower, double Upper) Limits(double value, double width, LimitScale scale) => scale switch
    {
        LimitScale.Plain => (value - width, value + width),
        LimitScale.Log when value > 0 => (value * Math.Exp(-width / value), value * Math.Exp(width / value)),
        LimitScale.ComplementaryLogLog when value is > 0 and < 1 =>
            (Math.Pow(value, Math.Exp(width / -(value * Math.Log(value)))), Math.Pow(value, Math.Exp(width / (value * Math.Log(value))))),
        _ => (value, value),
    };
}
