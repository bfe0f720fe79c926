using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Survival, standard error and limits at each time of a risk table.</summary>
internal sealed record SurvivalColumns(
    ImmutableArray<double> Survival, ImmutableArray<double> StandardError, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>Kaplan and Meier's product limit with Greenwood's variance: S = prod(1 - d/n), Var(log S) = sum d / (n (n - d)).</summary>
    public static SurvivalColumns Of(RiskTable table, ConfidenceType type, double level)
    {
        int rows = table.Time.Length;
        var survival = new double[rows];
        var error = new double[rows];
        var lower = new double[rows];
        var upper = new double[rows];
        double z = ConfidenceLevel.NormalQuantile(level);
        double product = 1;
        double variance = 0;
        for (int i = 0; i < rows; i++)
        {
            double atRisk = table.AtRisk[i];
            double events = table.Events[i];
            if (events > 0)
            {
                product *= 1 - (events / atRisk);
                variance += events / (atRisk * (atRisk - events));
            }

            double logError = Math.Sqrt(variance);
            survival[i] = product;
            error[i] = product > 0 ? product * logError : double.NaN;
            (lower[i], upper[i]) = ConfidenceLimits.Of(product, logError, z, type);
        }

        return new SurvivalColumns(Share(survival), Share(error), Share(lower), Share(upper));
    }

    private static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
