namespace SurvivalKit;

/// <summary>The chi-square statistic of observed minus expected events, which sum to 0.</summary>
internal static class QuadraticForm
{
    /// <summary>(O - E)' V^-1 (O - E) over the groups in which events are expected, the first of them left out.</summary>
    public static (double ChiSquare, int DegreesOfFreedom) Evaluate(
        ReadOnlySpan<double> observed, ReadOnlySpan<double> expected, double[,] variance)
    {
        var used = new List<int>();
        for (int g = 0; g < expected.Length; g++)
        {
            if (expected[g] > 0)
            {
                used.Add(g);
            }
        }

        int freedom = Math.Max(0, used.Count - 1);
        var matrix = new double[freedom, freedom];
        var difference = new double[freedom];
        for (int a = 0; a < freedom; a++)
        {
            difference[a] = observed[used[a + 1]] - expected[used[a + 1]];
            for (int b = 0; b < freedom; b++)
            {
                matrix[a, b] = variance[used[a + 1], used[b + 1]];
            }
        }

        double[] solution = GeneralizedCholesky.Factorize(matrix).Solve(difference);
        double chiSquare = 0;
        for (int a = 0; a < freedom; a++)
        {
            chiSquare += solution[a] * difference[a];
        }

        return (chiSquare, freedom);
    }
}
