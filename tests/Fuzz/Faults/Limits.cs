namespace SurvivalKit.Fuzz;

/// <summary>Confidence limits and quantiles of a curve from their definitions.</summary>
internal static class Limits
{
    /// <summary>The limits of a survival probability by its standard error.</summary>
    public static (double Lower, double Upper) Of(double survival, double error, ConfidenceType type, double level)
    {
        if (survival <= 0)
        {
            // A robust error is 0 here, and Greenwood's is none.
            return type == ConfidenceType.Plain && error == 0 ? (0, 0) : (double.NaN, double.NaN);
        }

        double z = Quantile(level);
        if (survival >= 1)
        {
            return type is ConfidenceType.Log or ConfidenceType.Plain ? (1, 1) : (double.NaN, double.NaN);
        }

        double logOdds = Math.Log(survival / (1 - survival));
        double logLog = Math.Log(-Math.Log(survival));
        double angle = Math.Asin(Math.Sqrt(survival));
        (double lower, double upper) = type switch
        {
            ConfidenceType.Log => (survival * Math.Exp(-z * error / survival), survival * Math.Exp(z * error / survival)),
            ConfidenceType.Plain => (survival - (z * error), survival + (z * error)),
            ConfidenceType.LogLog => (
                Math.Exp(-Math.Exp(logLog + (z * error / (survival * -Math.Log(survival))))),
                Math.Exp(-Math.Exp(logLog - (z * error / (survival * -Math.Log(survival)))))),
            ConfidenceType.Logit => (
                Logistic(logOdds - (z * error / (survival * (1 - survival)))),
                Logistic(logOdds + (z * error / (survival * (1 - survival))))),
            _ => (
                Math.Pow(Math.Sin(Math.Max(0, angle - (z * error / (2 * Math.Sqrt(survival * (1 - survival)))))), 2),
                Math.Pow(Math.Sin(Math.Min(Math.PI / 2, angle + (z * error / (2 * Math.Sqrt(survival * (1 - survival)))))), 2)),
        };
        return (Math.Max(0, lower), Math.Min(1, upper));
    }

    /// <summary>The time at which a curve first is at or below a height: the middle, where it is flat at that height; NaN: never.</summary>
    public static double Crossing(ReadOnlySpan<double> times, ReadOnlySpan<double> curve, double height)
    {
        const double Tolerance = 1.5e-8;
        for (int i = 0; i < curve.Length; i++)
        {
            if (curve[i] < height - Tolerance)
            {
                return times[i];
            }

            if (Math.Abs(curve[i] - height) <= Tolerance)
            {
                for (int j = i + 1; j < curve.Length; j++)
                {
                    if (curve[j] < height - Tolerance)
                    {
                        return (times[i] + times[j]) / 2;
                    }
                }

                return (times[i] + times[^1]) / 2;
            }
        }

        return double.NaN;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    // The two levels that the fuzz asks for.
    private static double Quantile(double level) => level == 0.9 ? 1.6448536269514722 : 1.959963984540054;
}
