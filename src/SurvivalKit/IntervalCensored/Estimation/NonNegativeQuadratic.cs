using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The minimum of q'Hq / 2 - b'q over q of 0 or more, by block principal pivoting: the places that are 0 and those that are not
/// change in blocks, one by one where blocks would cycle (Portugal, Judice and Vicente 1994; Kim and Park 2011).</summary>
internal static class NonNegativeQuadratic
{
    private const int MostPivots = 200;
    private const int Chances = 3;

    /// <param name="h">The symmetric positive definite matrix, row after row.</param>
    /// <param name="b">The vector.</param>
    public static double[] Minimize(double[] h, double[] b)
    {
        int size = b.Length;
        bool[] isPassive = new bool[size];
        Array.Fill(isPassive, true);
        double[] q = new double[size];
        (int fewest, int chances) = (size + 1, Chances);
        for (int pivot = 0; pivot < MostPivots; pivot++)
        {
            int[] passive = [.. Enumerable.Range(0, size).Where(j => isPassive[j])];
            double[] solved = Solve(h, b, passive, size);
            Array.Clear(q);
            for (int k = 0; k < passive.Length; k++)
            {
                q[passive[k]] = solved[k];
            }

            int[] wrong =
            [
                .. Enumerable.Range(0, size).Where(j => isPassive[j]
                    ? q[j] < 0 : TensorPrimitives.Dot<double>(h.AsSpan(j * size, size), q) - b[j] < -1e-12 * Math.Abs(b[j])),
            ];
            if (wrong.Length == 0)
            {
                break;
            }

            bool isBlock = wrong.Length < fewest || chances-- > 0;
            (fewest, chances) = wrong.Length < fewest ? (wrong.Length, Chances) : (fewest, chances);
            foreach (int j in isBlock ? wrong : wrong[^1..])
            {
                isPassive[j] = !isPassive[j];
            }
        }

        return Array.ConvertAll(q, value => Math.Max(0, value));
    }

    // Cholesky's factor of the passive part.
    private static double[] Solve(double[] h, double[] b, int[] passive, int size)
    {
        int n = passive.Length;
        var factor = new double[n][];
        double[] solution = new double[n];
        for (int i = 0; i < n; i++)
        {
            double[] row = factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double rest = h[(passive[i] * size) + passive[j]]
                    - TensorPrimitives.Dot<double>(row.AsSpan(0, j), factor[j].AsSpan(0, j));
                row[j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-14 * h[(passive[i] * size) + passive[i]])) : rest / factor[j][j];
            }

            solution[i] = (b[passive[i]] - TensorPrimitives.Dot<double>(row.AsSpan(0, i), solution.AsSpan(0, i))) / row[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            solution[i] /= factor[i][i];
            for (int j = 0; j < i; j++)
            {
                solution[j] -= factor[i][j] * solution[i];
            }
        }

        return solution;
    }
}
