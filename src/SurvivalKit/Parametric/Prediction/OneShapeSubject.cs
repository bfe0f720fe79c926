namespace SurvivalKit;

/// <summary>A subject's time of a distribution that has one shape or none.</summary>
/// <param name="lifetime">The distribution.</param>
/// <param name="predictor">The linear predictor.</param>
/// <param name="hasShape">Whether the shape is a parameter.</param>
internal sealed class OneShapeSubject(ILifetime lifetime, double predictor, bool hasShape) : ISubjectLifetime
{
    public int Parameters => hasShape ? 2 : 1;

    public ReadOnlySpan<double> Jumps => [];

    public double LogDensity(double time, Span<double> gradient) => Of(lifetime.LogDensity(time, predictor), gradient);

    public double LogSurvival(double time, Span<double> gradient) => Of(lifetime.LogSurvival(time, predictor), gradient);

    public double Quantile(double part) => lifetime.Quantile(part, predictor);

    private double Of(LifetimeValue value, Span<double> gradient)
    {
        gradient[0] = value.Predictor;
        if (hasShape)
        {
            gradient[1] = value.Shape;
        }

        return value.Value;
    }
}
