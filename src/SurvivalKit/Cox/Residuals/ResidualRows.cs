using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The relative risk e^(linear predictor) and the covariates of every sorted row, including those of weight 0, which the
/// likelihood skips.</summary>
internal sealed class ResidualRows
{
    private ResidualRows(double[] risk, double[][] x)
    {
        Risk = risk;
        X = x;
    }

    /// <summary>The relative risk, without the weight; 0 for a row that is at risk at no event.</summary>
    public double[] Risk { get; }

    /// <summary>Covariates as those of <see cref="CoxData.X"/>.</summary>
    public double[][] X { get; }

    public static ResidualRows Gather(CoxState state)
    {
        CoxData data = state.Data;
        double[][] x = Array.Exists(data.CaseWeight, weight => weight == 0) ? WithWeightless(state) : data.X;
        var risk = new double[data.Rows];
        double[] beta = state.ScaledCoefficients.ToArray();
        RowBlocks.ForEach(RowBlocks.Parts(data.Rows), data.Rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            TensorPrimitives.Exp(state.Risks.Predictor.AsSpan(from, to - from), risk.AsSpan(from, to - from));
            for (int i = from; i < to; i++)
            {
                if (data.Weight[i] == 0)
                {
                    risk[i] = data.CaseWeight[i] > 0 ? 0 : Math.Min(
                        double.MaxValue, Math.Exp(state.Risks.Predictor[i] + Predictor(x, beta, i)));
                }
            }
        });
        return new ResidualRows(risk, x);
    }

    private static double Predictor(double[][] x, double[] beta, int row)
    {
        double sum = 0;
        for (int j = 0; j < beta.Length; j++)
        {
            sum += beta[j] * x[j][row];
        }

        return sum;
    }

    private static double[][] WithWeightless(CoxState state)
    {
        CoxData data = state.Data;
        double[][] all = [.. data.X.Select(column => (double[])column.Clone())];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int from = data.StratumStarts[s];
            int to = data.StratumStarts[s + 1];

            // Any row with a weight above 0 gives the centre of the stratum's columns; without one, no row is ever at risk.
            int known = Array.FindIndex(data.Weight, from, to - from, weight => weight > 0);
            for (int j = 0; j < all.Length && known >= 0; j++)
            {
                ReadOnlySpan<double> given = state.Design.Column(j);
                for (int i = from; i < to && data.Scale[j] > 0; i++)
                {
                    if (data.CaseWeight[i] == 0)
                    {
                        all[j][i] = data.X[j][known] + ((given[data.Order[i]] - given[data.Order[known]]) / data.Scale[j]);
                    }
                }
            }
        }

        return all;
    }
}
