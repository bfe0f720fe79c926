namespace SurvivalKit;

/// <summary>The probability that the greatest of several correlated standard normal variables exceeds a bound.</summary>
internal static class NormalMaximum
{
    // Up to this dimension quadrature is faster and more accurate; each further variable multiplies its cost by about 50.
    private const int MostNested = 3;

    /// <summary>P(max Z > bound), or P(max |Z| > bound), for a correlation matrix that may be singular.</summary>
    /// <remarks>Sums over the first variable that exceeds the bound: over k of P(Z_k > bound, Z_j no greater for j before k).
    /// No term is a difference from 1, so that a small probability has the relative accuracy of a large one.</remarks>
    /// <param name="correlation">The correlation matrix.</param>
    /// <param name="bound">The bound; 0 or more in a two-sided test.</param>
    /// <param name="twoSided">Whether the maximum is of |Z| instead of Z.</param>
    /// <param name="accuracy">The relative error to reach.</param>
    /// <returns>The probability and an estimate of its absolute error.</returns>
    public static (double Probability, double Error) Exceeds(double[,] correlation, double bound, bool twoSided, double accuracy)
    {
        int n = correlation.GetLength(0);
        double single = NormalTail.Upper(bound);
        double sum = 0;
        double error = 0;
        for (int k = 0; k < n && single > 0; k++)
        {
            (double term, double termError) = NoneBefore(UpTo(correlation, k), bound, twoSided, accuracy / Math.Max(1, n - 1));
            sum += term;
            error += termError;
        }

        double scale = twoSided ? 2 * single : single;
        return (Math.Min(1, scale * sum), scale * error);
    }

    // P(no other variable exceeds the bound | the first one does).
    private static (double Probability, double Error) NoneBefore(double[,] correlation, double bound, bool twoSided, double accuracy)
    {
        var box = new ConditionedBox(correlation, bound, twoSided ? -bound : double.NegativeInfinity);
        if (box.Dimensions is > 0 and <= MostNested)
        {
            return NestedQuadrature.Integrate(box, bound, accuracy);
        }

        double single = NormalTail.Upper(bound);
        (double value, double error) = LatticeRule.Integrate(box, accuracy * single);
        return (value / single, error / single);
    }

    // The correlations of variables 0 to k, with variable k moved to the front.
    private static double[,] UpTo(double[,] correlation, int k)
    {
        var matrix = new double[k + 1, k + 1];
        for (int a = 0; a <= k; a++)
        {
            for (int b = 0; b <= k; b++)
            {
                matrix[a, b] = correlation[k - a, k - b];
            }
        }

        return matrix;
    }
}
