using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Limits of an incidence on the scales of <see cref="ConfidenceType"/>, as R's <c>survfit_confint</c> for a state's
/// probability.</summary>
internal static class IncidenceLimits
{
    public static (ImmutableArray<double> Lower, ImmutableArray<double> Upper) Compute(
        double[] incidence, double[] error, ConfidenceType type, double level)
    {
        double z = ConfidenceLevel.NormalQuantile(level);
        var lower = new double[incidence.Length];
        var upper = new double[incidence.Length];
        for (int i = 0; i < lower.Length; i++)
        {
            // On the plain scale an incidence of 0 has limits of 0.
            (lower[i], upper[i]) = type == ConfidenceType.Plain && incidence[i] == 0
                ? (0, 0)
                : ConfidenceLimits.Compute(incidence[i], error[i] / incidence[i], z, type);
        }

        return (CumulativeIncidenceCurve.Share(lower), CumulativeIncidenceCurve.Share(upper));
    }
}
