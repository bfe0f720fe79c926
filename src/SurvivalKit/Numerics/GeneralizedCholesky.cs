namespace SurvivalKit;

/// <summary>The factorisation A = L D L' of a symmetric matrix that may be singular: a pivot that is negligible relative to its column is
/// set to 0 and its row and column left out, as in the <c>cholesky2</c> of R's survival (Therneau).</summary>
internal sealed class GeneralizedCholesky
{
    /// <summary>A pivot below this fraction of its diagonal element is rounding error: the double's epsilon to the power 3/4, R's
    /// <c>toler.chol</c>. Columns should have similar spread.</summary>
    public const double Tolerance = 1.818989e-12;

    private readonly double[,] _lower;
    private readonly double[] _pivots;

    private GeneralizedCholesky(double[,] lower, double[] pivots, double smallestPivot)
    {
        _lower = lower;
        _pivots = pivots;
        SmallestPivot = smallestPivot;
    }

    /// <summary>The smallest pivot as a part of its diagonal element: 1 where the columns are orthogonal, 0 where one is
    /// dependent.</summary>
    public double SmallestPivot { get; }

    /// <summary>Whether each column is independent of those before it.</summary>
    public bool IsIndependent(int column) => _pivots[column] > 0;

    /// <summary>What of a column's diagonal element the columns before it leave; 0 where it is dependent.</summary>
    public double Pivot(int column) => _pivots[column];

    public int Rank => _pivots.Count(pivot => pivot > 0);

    /// <summary>The logarithm of the determinant of the matrix without its dependent columns.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0;
            foreach (double pivot in _pivots)
            {
                sum += pivot > 0 ? Math.Log(pivot) : 0;
            }

            return sum;
        }
    }

    /// <summary>Factors the lower triangle of a matrix.</summary>
    /// <param name="matrix">The matrix; only its lower triangle is read.</param>
    /// <param name="floor">A pivot that is not above this is rounding error and set to 0.</param>
    public static GeneralizedCholesky Factorize(double[,] matrix, double floor = 0)
    {
        int n = matrix.GetLength(0);
        var lower = new double[n, n];
        var pivots = new double[n];
        double smallest = 1;
        for (int j = 0; j < n; j++)
        {
            double pivot = matrix[j, j];
            for (int k = 0; k < j; k++)
            {
                pivot -= lower[j, k] * lower[j, k] * pivots[k];
            }

            pivots[j] = pivot > Tolerance * matrix[j, j] && pivot > floor ? pivot : 0;
            smallest = pivots[j] > 0 ? Math.Min(smallest, pivot / matrix[j, j]) : 0;
            lower[j, j] = 1;
            for (int i = j + 1; i < n && pivots[j] > 0; i++)
            {
                double value = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    value -= lower[i, k] * lower[j, k] * pivots[k];
                }

                lower[i, j] = value / pivots[j];
            }
        }

        return new GeneralizedCholesky(lower, pivots, smallest);
    }

    /// <summary>Solves A x = b; the elements of dependent columns are 0.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        int n = _pivots.Length;
        double[] x = right.ToArray();
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= _lower[i, k] * x[k];
            }

            if (_pivots[i] == 0)
            {
                x[i] = 0;
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            if (_pivots[i] == 0)
            {
                continue;
            }

            x[i] /= _pivots[i];
            for (int k = i + 1; k < n; k++)
            {
                x[i] -= _lower[k, i] * x[k];
            }
        }

        return x;
    }

    /// <summary>The inverse; rows and columns of dependent columns are 0.</summary>
    public double[,] Inverse()
    {
        int n = _pivots.Length;
        var inverse = new double[n, n];
        var unit = new double[n];
        for (int column = 0; column < n; column++)
        {
            if (_pivots[column] == 0)
            {
                continue;
            }

            unit[column] = 1;
            double[] solution = Solve(unit);
            unit[column] = 0;
            for (int row = 0; row < n; row++)
            {
                inverse[row, column] = solution[row];
            }
        }

        return inverse;
    }
}
