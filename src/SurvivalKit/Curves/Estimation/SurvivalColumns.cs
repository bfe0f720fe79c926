using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Survival, standard error and limits at each time of a risk table.</summary>
internal sealed record SurvivalColumns(
    ImmutableArray<double> Survival, ImmutableArray<double> StandardError, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    // So many rows of four columns stay in the first cache.
    private const int Chunk = 512;

    /// <summary>The columns of a product limit with Greenwood's variance, S = prod(1 - d/n), Var(log S) = sum d / (n (n - d)); or with a robust one.</summary>
    public static SurvivalColumns OfProductLimit(RiskTable table, SampleRows group, ConfidenceType type, double level)
    {
        int rows = table.Time.Length;
        ReadOnlySpan<double> atRisk = table.AtRisk.AsSpan();
        ReadOnlySpan<double> events = table.Events.AsSpan();
        double[] survival = GC.AllocateUninitializedArray<double>(rows);
        double[] error = GC.AllocateUninitializedArray<double>(rows);
        double product = 1;
        double variance = 0;
        for (int i = 0; i < rows; i++)
        {
            if (events[i] > 0)
            {
                double left = atRisk[i] - events[i];
                product *= 1 - (events[i] / atRisk[i]);
                variance += events[i] / (atRisk[i] * left);
            }

            survival[i] = product;
            error[i] = variance;
        }

        if (group.Sample.IsRobust)
        {
            error = Jackknife.Variance(group, table, HazardInfluence.OfProductLimit(table));
        }

        return Finished(survival, error, isRobust: group.Sample.IsRobust, type, level);
    }

    /// <summary>The columns of exp(-H), where the error of H is that of log S.</summary>
    public static SurvivalColumns OfHazard(HazardColumns hazard, ConfidenceType type, double level)
    {
        double[] survival = GC.AllocateUninitializedArray<double>(hazard.Hazard.Length);
        double[] variance = GC.AllocateUninitializedArray<double>(survival.Length);
        TensorPrimitives.Negate(hazard.Hazard.AsSpan(), survival);
        TensorPrimitives.Exp(survival, survival);
        TensorPrimitives.Multiply(hazard.StandardError.AsSpan(), hazard.StandardError.AsSpan(), variance);
        return Finished(survival, variance, isRobust: false, type, level);
    }

    // Turns Var(log S) into the standard error of S, and finds the limits.
    private static SurvivalColumns Finished(double[] survival, double[] error, bool isRobust, ConfidenceType type, double level)
    {
        double[] lower = GC.AllocateUninitializedArray<double>(survival.Length);
        double[] upper = GC.AllocateUninitializedArray<double>(survival.Length);
        double z = ConfidenceLevel.NormalQuantile(level);
        int positive = survival.Length;
        for (; positive > 0 && survival[positive - 1] <= 0; positive--)
        {
        }

        int parts = Blocks.CountFor(positive);
        Blocks.Run(parts, part =>
        {
            (int from, int end) = Blocks.Part(positive, parts, part);
            for (; from < end; from += Chunk)
            {
                Range rows = from..Math.Min(from + Chunk, end);
                Span<double> errors = error.AsSpan(rows);
                TensorPrimitives.Sqrt(errors, errors);
                ConfidenceLimits.Fill(survival.AsSpan(rows), errors, z, type, lower.AsSpan(rows), upper.AsSpan(rows));
                TensorPrimitives.Multiply(errors, survival.AsSpan(rows), errors);
            }
        });

        // Where nobody survives Greenwood's error is 0 times infinity, and the jackknife's is 0; limits there are on the plain scale only.
        bool plain = isRobust && type == ConfidenceType.Plain;
        error.AsSpan(positive).Fill(isRobust ? 0 : double.NaN);
        lower.AsSpan(positive).Fill(plain ? 0 : double.NaN);
        upper.AsSpan(positive).Fill(plain ? 0 : double.NaN);
        return new SurvivalColumns(Share(survival), Share(error), Share(lower), Share(upper));
    }

    private static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
