using MathNet.Numerics.RootFinding;

namespace SurvivalKit;

/// <summary>A subject's time of a distribution of several shapes; its quantiles are found by Brent's method (1973).</summary>
/// <param name="lifetime">The distribution.</param>
/// <param name="predictor">The linear predictor.</param>
/// <param name="parameters">The number of parameters.</param>
/// <param name="isLog">Whether it is the distribution of log time.</param>
/// <param name="jumps">The times at which the hazard jumps.</param>
internal sealed class FlexibleSubject(IFlexibleLifetime lifetime, double predictor, int parameters, bool isLog, double[] jumps)
    : ISubjectLifetime
{
    // Log times beyond it are no numbers of a computer.
    private const double Furthest = 700;

    private readonly double[] _second = new double[FlexibleValue.Triangle(parameters)];

    public int Parameters => parameters;

    public ReadOnlySpan<double> Jumps => jumps;

    public double LogDensity(double time, Span<double> gradient)
    {
        double log = isLog ? Math.Log(time) : 0;
        return lifetime.LogDensity(isLog ? log : time, predictor, gradient, _second) - log;
    }

    public double LogSurvival(double time, Span<double> gradient) =>
        lifetime.LogSurvival(isLog ? Math.Log(time) : time, predictor, gradient, _second);

    public double Quantile(double part)
    {
        double goal = SmallNumbers.LogOnePlus(-part);
        double[] gradient = new double[parameters];
        double Excess(double log) => LogSurvival(Math.Exp(log), gradient) - goal;
        double low = -1;
        double high = 1;
        while (Excess(low) <= 0 && low > -Furthest)
        {
            low *= 2;
        }

        while (Excess(high) > 0 && high < Furthest)
        {
            high *= 2;
        }

        return high >= Furthest ? double.PositiveInfinity : low <= -Furthest ? 0
            : Math.Exp(Brent.FindRoot(Excess, low, high, 1e-14, 200));
    }
}
