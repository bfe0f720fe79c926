namespace SurvivalKit;

/// <summary>The logistic distribution: the survival function is 1 / (1 + e^z).</summary>
internal readonly struct LogisticError : IStandardError
{
    public (double Value, double First, double Second) LogDensity(double z)
    {
        double p = Below(z);
        return (-Math.Abs(z) - (2 * LogOnePlusExp(-Math.Abs(z))), 1 - (2 * p), -2 * p * (1 - p));
    }

    public (double Value, double First, double Second) LogSurvival(double z)
    {
        double p = Below(z);
        return (z > 0 ? -z - LogOnePlusExp(-z) : -LogOnePlusExp(z), -p, -p * (1 - p));
    }

    public double Quantile(double part) => Math.Log(part / (1 - part));

    private static double Below(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    // Of z up to 0; 1 + x loses the last digits of a small x.
    private static double LogOnePlusExp(double z)
    {
        double x = Math.Exp(z);
        return x < 1e-5 ? x * (1 - (x * (0.5 - (x / 3)))) : Math.Log(1 + x);
    }
}
