using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Limits of a cumulative hazard: H -+ z se, or H exp(-+ z se / H) (Klein and Moeschberger 2003, section 4.3).</summary>
internal static class HazardLimits
{
    public static (ImmutableArray<double> Lower, ImmutableArray<double> Upper) Compute(
        ReadOnlySpan<double> hazard, ReadOnlySpan<double> error, HazardConfidenceType type, double level)
    {
        double[] lower = GC.AllocateUninitializedArray<double>(hazard.Length);
        double[] upper = GC.AllocateUninitializedArray<double>(hazard.Length);
        double z = ConfidenceLevel.NormalQuantile(level);
        for (int i = 0; i < lower.Length; i++)
        {
            if (type == HazardConfidenceType.Plain)
            {
                (lower[i], upper[i]) = (Math.Max(0, hazard[i] - (z * error[i])), hazard[i] + (z * error[i]));
            }
            else
            {
                double factor = hazard[i] > 0 ? Math.Exp(z * error[i] / hazard[i]) : 1;
                (lower[i], upper[i]) = (hazard[i] / factor, hazard[i] * factor);
            }
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(lower), ImmutableCollectionsMarshal.AsImmutableArray(upper));
    }
}
