using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The covariates' means over the risk sets, integrated against the hazard: the derivative of a cumulative hazard by the
/// coefficients.</summary>
/// <remarks>With xbar the mean at a time and h the increment of its hazard, the derivative of H(t) by the coefficients is minus the sum of
/// h xbar (Tsiatis 1981; Andersen and Gill 1982); Efron's ties sum over his factors.</remarks>
internal static class HazardMeans
{
    /// <summary>For each column of the scaled covariates the sums up to each event time, by stratum and increasing time.</summary>
    public static double[][] Compute(CoxState state)
    {
        CoxData data = state.Data;
        _ = state.Hazard;
        var sums = new double[data.Columns][];
        RowBlocks.ForEach(data.Columns, data.Rows, column => sums[column] = OfColumn(state, data.X[column]));
        return sums;
    }

    private static double[] OfColumn(CoxState state, double[] x)
    {
        CoxData data = state.Data;
        EventTimes events = data.Events;
        double[] risk = state.Risks.Risk;
        var sums = new double[events.Count];
        double[] lasting = data.Lasting?.Sums(risk, x) ?? [];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int row = data.StratumStarts[s];
            int entry = row;
            int first = events.StratumStarts[s];
            int end = events.StratumStarts[s + 1];
            double sum = 0;
            for (int m = first; m < end; m++)
            {
                int length = events.End[m] - row;
                sum += length == 1 ? risk[row] * x[row] : TensorPrimitives.Dot<double>(risk.AsSpan(row, length), x.AsSpan(row, length));
                row += length;
                for (; data.Start.Length > 0 && entry < events.EntryEnd[m]; entry++)
                {
                    sum -= risk[data.EntryOrder[entry]] * x[data.EntryOrder[entry]];
                }

                sums[end - 1 - m + first] = Increment(state, m, sum + (lasting.Length == 0 ? 0 : lasting[m]), x);
            }

            for (int m = first + 1; m < end; m++)
            {
                sums[m] += sums[m - 1];
            }
        }

        return sums;
    }

    private static double Increment(CoxState state, int m, double sum, double[] x)
    {
        EventHazard hazard = state.Hazard;
        double increment = hazard.First(m) * sum;
        if (hazard.IsTied(m))
        {
            int first = state.Data.Events.First[m];
            int tied = state.Data.Events.Events[m];
            double ofTied = TensorPrimitives.Dot<double>(state.Risks.Risk.AsSpan(first, tied), x.AsSpan(first, tied));
            increment -= hazard.OfTied(m).Second * ofTied;
        }

        return increment / (hazard.S0[m] * hazard.S0[m]);
    }
}
