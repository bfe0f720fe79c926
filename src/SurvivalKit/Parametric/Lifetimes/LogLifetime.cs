namespace SurvivalKit;

/// <summary>A time whose logarithm has a distribution.</summary>
/// <param name="ofLog">The distribution of the logarithm.</param>
internal sealed class LogLifetime(ILifetime ofLog) : ILifetime
{
    public LifetimeValue LogDensity(double time, double predictor)
    {
        double log = Math.Log(time);
        LifetimeValue value = ofLog.LogDensity(log, predictor);
        return value with { Value = value.Value - log };
    }

    public LifetimeValue LogSurvival(double time, double predictor) =>
        time > 0 ? ofLog.LogSurvival(Math.Log(time), predictor) : default;

    public double Quantile(double part, double predictor) => Math.Exp(ofLog.Quantile(part, predictor));
}
