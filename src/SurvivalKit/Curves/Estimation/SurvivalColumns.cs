using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Survival, standard error and limits at each time of a risk table.</summary>
internal sealed record SurvivalColumns(
    ImmutableArray<double> Survival, ImmutableArray<double> StandardError, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    // This many rows of four columns fit in the first-level cache.
    private const int Chunk = 512;

    /// <summary>The columns of exp(-H), where the error of H is that of log S.</summary>
    public static SurvivalColumns OfHazard(HazardColumns hazard, ConfidenceType type, double level)
    {
        double[] survival = GC.AllocateUninitializedArray<double>(hazard.Hazard.Length);
        double[] variance = GC.AllocateUninitializedArray<double>(survival.Length);
        TensorPrimitives.Negate(hazard.Hazard.AsSpan(), survival);
        TensorPrimitives.Exp(survival, survival);
        TensorPrimitives.Multiply(hazard.StandardError.AsSpan(), hazard.StandardError.AsSpan(), variance);
        return OfLogVariance(survival, variance, isRobust: false, type, level);
    }

    /// <summary>Turns Var(log S) into the standard error of S, and finds the limits.</summary>
    /// <param name="survival">The survival at each time.</param>
    /// <param name="error">Var(log S) at each time; becomes the standard error.</param>
    /// <param name="isRobust">Whether that is the variance of the jackknife.</param>
    /// <param name="type">The scale of the limits.</param>
    /// <param name="level">Their confidence level.</param>
    public static SurvivalColumns OfLogVariance(
        double[] survival, double[] error, bool isRobust, ConfidenceType type, double level)
    {
        double[] lower = GC.AllocateUninitializedArray<double>(survival.Length);
        double[] upper = GC.AllocateUninitializedArray<double>(survival.Length);
        double z = ConfidenceLevel.NormalQuantile(level);
        int positive = survival.Length;
        for (; positive > 0 && survival[positive - 1] <= 0; positive--)
        {
        }

        int parts = RowBlocks.Spans(positive);
        RowBlocks.ForEach(parts, positive, part =>
        {
            (int from, int end) = RowBlocks.Span(part, positive);
            for (; from < end; from += Chunk)
            {
                Range rows = from..Math.Min(from + Chunk, end);
                Span<double> errors = error.AsSpan(rows);
                TensorPrimitives.Sqrt(errors, errors);
                ConfidenceLimits.Fill(survival.AsSpan(rows), errors, z, type, lower.AsSpan(rows), upper.AsSpan(rows));
                TensorPrimitives.Multiply(errors, survival.AsSpan(rows), errors);
            }
        });

        // At survival 0 Greenwood's error is 0 times infinity and the jackknife's is 0; limits there exist on the plain scale only.
        bool plain = isRobust && type == ConfidenceType.Plain;
        error.AsSpan(positive).Fill(isRobust ? 0 : double.NaN);
        lower.AsSpan(positive).Fill(plain ? 0 : double.NaN);
        upper.AsSpan(positive).Fill(plain ? 0 : double.NaN);
        return new SurvivalColumns(Share(survival), Share(error), Share(lower), Share(upper));
    }

    private static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
