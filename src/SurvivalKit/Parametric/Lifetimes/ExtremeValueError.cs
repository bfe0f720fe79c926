namespace SurvivalKit;

/// <summary>The smallest extreme value: the survival function is exp(-e^z) (Kalbfleisch and Prentice 2002, section 2.2).</summary>
internal readonly struct ExtremeValueError : IStandardError
{
    public (double Value, double First, double Second) LogDensity(double z)
    {
        double e = Math.Exp(z);
        return (z - e, 1 - e, -e);
    }

    public (double Value, double First, double Second) LogSurvival(double z)
    {
        double e = -Math.Exp(z);
        return (e, e, e);
    }

    public double Quantile(double part) => Math.Log(-Math.Log(1 - part));
}
