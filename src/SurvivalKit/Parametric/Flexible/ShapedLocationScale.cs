namespace SurvivalKit;

/// <summary>A log time is the linear predictor and a scale times an error with shapes of its own: the shapes are the logarithm of the
/// scale, then those of the error.</summary>
/// <typeparam name="TError">The distribution of the error.</typeparam>
/// <param name="error">The error.</param>
/// <param name="logScale">The logarithm of the scale.</param>
internal sealed class ShapedLocationScale<TError>(TError error, double logScale) : IFlexibleLifetime
    where TError : struct, IShapedError
{
    private readonly double _scale = Math.Exp(logScale);

    public double LogDensity(double time, double predictor, Span<double> first, Span<double> second)
    {
        double z = (time - predictor) / _scale;
        double value = error.LogDensity(z, first[1..], second);
        Transform(z, first, second);
        first[1] -= 1;
        return value - logScale;
    }

    public double LogSurvival(double time, double predictor, Span<double> first, Span<double> second)
    {
        // The logarithm of a start at 0.
        if (double.IsNegativeInfinity(time))
        {
            first.Clear();
            second.Clear();
            return 0;
        }

        double z = (time - predictor) / _scale;
        double value = TailIntegral.LogSurvival(error, z, first[1..], second);
        Transform(z, first, second);
        return value;
    }

    // From derivatives by z and the error's shapes to those by the predictor, the logarithm of the scale and the error's shapes.
    private void Transform(double z, Span<double> first, Span<double> second)
    {
        int shapes = error.Shapes;
        Span<double> inner = stackalloc double[FlexibleValue.Triangle(1 + shapes)];
        second[..inner.Length].CopyTo(inner);
        double slope = first[1];
        double curve = inner[0];
        second[0] = curve / (_scale * _scale);
        second[1] = (slope + (z * curve)) / _scale;
        second[2] = z * (slope + (z * curve));
        for (int p = 0, from = 1, to = 3; p < shapes; p++, from += p + 1, to += p + 2)
        {
            second[to] = -inner[from] / _scale;
            second[to + 1] = -z * inner[from];
            for (int q = 0; q <= p; q++)
            {
                second[to + 2 + q] = inner[from + 1 + q];
            }
        }

        first[0] = -slope / _scale;
        first[1] = -z * slope;
    }
}
