namespace SurvivalKit;

/// <summary>A standard distribution of an error z.</summary>
internal interface IStandardError
{
    /// <summary>The logarithm of the density, and its first and second derivative.</summary>
    (double Value, double First, double Second) LogDensity(double z);

    /// <summary>The logarithm of the probability of more than z, and its first and second derivative.</summary>
    (double Value, double First, double Second) LogSurvival(double z);

    /// <summary>The z below which a part of the errors is.</summary>
    double Quantile(double part);
}
