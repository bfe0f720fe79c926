namespace SurvivalKit;

/// <summary>The distribution of a time for a shape (for locations and scales the logarithm of the scale), given a linear
/// predictor.</summary>
internal interface ILifetime
{
    /// <summary>The logarithm of the density at a time.</summary>
    LifetimeValue LogDensity(double time, double predictor);

    /// <summary>The logarithm of the probability of living longer than a time.</summary>
    LifetimeValue LogSurvival(double time, double predictor);

    /// <summary>The time by which a part of the subjects has had the event; infinite where fewer ever have it.</summary>
    double Quantile(double part, double predictor);
}
