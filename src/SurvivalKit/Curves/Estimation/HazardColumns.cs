using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The cumulative hazard, sum d/n, and its standard error, the root of sum d/n^2 (Nelson 1969; Aalen 1978), at each time of a risk
/// table; or with tied events counted one after the other, sum 1/(n - k) (Fleming and Harrington 1984). R's <c>survfit</c>: <c>cumhaz</c>,
/// <c>std.chaz</c>.</summary>
internal sealed record HazardColumns(ImmutableArray<double> Hazard, ImmutableArray<double> StandardError)
{
    public static HazardColumns Compute(RiskTable table, SampleRows group, HazardMethod method)
    {
        int times = table.Time.Length;
        double[] hazard = GC.AllocateUninitializedArray<double>(times);
        double[] variance = GC.AllocateUninitializedArray<double>(times);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < times; i++)
        {
            if (table.Events[i] > 0)
            {
                (double step, double square) = method == HazardMethod.NelsonAalen
                    ? Whole(table.AtRisk[i], table.Events[i])
                    : OneByOne(table.AtRisk[i], table.Events[i], table.EventRows[i]);
                sum += step;
                squares += square;
            }

            hazard[i] = sum;
            variance[i] = squares;
        }

        if (group.Sample.IsRobust)
        {
            variance = Jackknife.Variance(group, table, HazardInfluence.Compute(table, method));
        }

        TensorPrimitives.Sqrt(variance, variance);
        return new HazardColumns(
            ImmutableCollectionsMarshal.AsImmutableArray(hazard), ImmutableCollectionsMarshal.AsImmutableArray(variance));
    }

    private static (double Step, double Square) Whole(double atRisk, double events) => (events / atRisk, events / (atRisk * atRisk));

    private static (double Step, double Square) OneByOne(double atRisk, double events, double rows)
    {
        double weight = events / rows;
        double step = 0;
        double square = 0;
        for (int gone = 0; gone < rows; gone++)
        {
            double left = atRisk - (gone * weight);
            step += weight / left;
            square += weight / (left * left);
        }

        return (step, square);
    }
}
