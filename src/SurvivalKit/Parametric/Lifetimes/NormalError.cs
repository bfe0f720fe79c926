using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SurvivalKit;

/// <summary>The standard normal distribution; far out its hazard is a continued fraction (Laplace 1805).</summary>
internal readonly struct NormalError : IStandardError
{
    private const double LogRootOfTwoPi = 0.91893853320467274178;

    // Beyond it the continued fraction is exact to the last digit, and the complement of the error function soon is none.
    private const double Far = 5;

    public (double Value, double First, double Second) LogDensity(double z) => ((-z * z / 2) - LogRootOfTwoPi, -z, -1);

    public (double Value, double First, double Second) LogSurvival(double z)
    {
        double density = Math.Exp(-z * z / 2) / Constants.Sqrt2Pi;
        double upper = SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2;
        double hazard = z > Far ? FarHazard(z) : density / upper;
        double log = z > Far ? (-z * z / 2) - LogRootOfTwoPi - Math.Log(hazard)
            : z < -1 ? SmallNumbers.LogOnePlus(-SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2)
            : Math.Log(upper);
        return (log, -hazard, -hazard * (hazard - z));
    }

    public double Quantile(double part) => Normal.InvCDF(0, 1, part);

    // z + 1/(z + 2/(z + 3/(z + ...))).
    private static double FarHazard(double z)
    {
        double fraction = z;
        for (int i = 60; i > 0; i--)
        {
            fraction = z + (i / fraction);
        }

        return fraction;
    }
}
