using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Limits of a survival probability from the standard error of its logarithm, as R's <c>survfit_confint</c>.</summary>
internal static class ConfidenceLimits
{
    /// <summary>The limits, or not-a-number where the scale has none: always at survival 0, and at survival 1 for
    /// all but log and plain.</summary>
    public static (double Lower, double Upper) Compute(double survival, double logError, double z, ConfidenceType type)
    {
        if (survival <= 0)
        {
            return (double.NaN, double.NaN);
        }

        double half = z * logError;
        switch (type)
        {
            case ConfidenceType.Plain:
                return (Math.Max(survival - (half * survival), 0), Math.Min(survival + (half * survival), 1));
            case ConfidenceType.Log:
                return (survival * Math.Exp(-half), Math.Min(survival * Math.Exp(half), 1));
            default:
                return survival >= 1 ? (double.NaN, double.NaN) : Bounded(survival, half, type);
        }
    }

    /// <summary>The limits of many survival probabilities, all above 0.</summary>
    public static void Fill(
        ReadOnlySpan<double> survival,
        ReadOnlySpan<double> logErrors,
        double z,
        ConfidenceType type,
        Span<double> lower,
        Span<double> upper)
    {
        if (type != ConfidenceType.Log)
        {
            for (int i = 0; i < survival.Length; i++)
            {
                (lower[i], upper[i]) = Compute(survival[i], logErrors[i], z, type);
            }

            return;
        }

        TensorPrimitives.Multiply(logErrors, -z, lower);
        TensorPrimitives.Exp(lower, lower);
        TensorPrimitives.Divide(survival, lower, upper);
        TensorPrimitives.Min(upper, 1, upper);
        TensorPrimitives.Multiply(survival, lower, lower);
    }

    private static (double Lower, double Upper) Bounded(double survival, double half, ConfidenceType type)
    {
        switch (type)
        {
            case ConfidenceType.LogLog:
                // d log(-log S) = d log S / log S, and log S is negative: the sign is reversed.
                double centre = Math.Log(-Math.Log(survival));
                double width = half / Math.Log(survival);
                return (Math.Exp(-Math.Exp(centre - width)), Math.Exp(-Math.Exp(centre + width)));
            case ConfidenceType.Logit:
                double logit = Math.Log(survival / (1 - survival));
                double logitWidth = half / (1 - survival);
                return (1 / (1 + Math.Exp(-(logit - logitWidth))), 1 / (1 + Math.Exp(-(logit + logitWidth))));
            case ConfidenceType.Arcsine:
                double angle = Math.Asin(Math.Sqrt(survival));
                double angleWidth = 0.5 * half * Math.Sqrt(survival / (1 - survival));
                return (Square(Math.Sin(Math.Max(0, angle - angleWidth))), Square(Math.Sin(Math.Min(Math.PI / 2, angle + angleWidth))));
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such confidence type.");
        }
    }

    private static double Square(double value) => value * value;
}
