namespace SurvivalKit.Sources;

/// <summary>Adds up what statements tell of score residuals: sums and sums of squares, or the sums of each cluster, of which the squares
/// are taken when all are known.</summary>
internal sealed class ScoreSums(int columns)
{
    private readonly double[] _sums = new double[columns];
    private readonly double[,] _squares = new double[columns, columns];
    private readonly Dictionary<string, double[]> _clusters = new(StringComparer.Ordinal);
    private double _weightSquares;

    /// <summary>Adds an answer of <see cref="SqlScores.Squares"/>; a part without rows has no sums.</summary>
    public void AddSquares(SqlAnswer answer)
    {
        double Sum(int column) => answer.Numbers(column).Where(value => !double.IsNaN(value)).Sum();
        for (int j = 0, at = columns; j < columns; j++)
        {
            _sums[j] += Sum(j);
            for (int k = 0; k <= j; k++)
            {
                _squares[j, k] += Sum(at++);
            }
        }

        _weightSquares += Sum(answer.Columns.Count - 1);
    }

    /// <summary>Adds an answer of <see cref="SqlScores.ByCluster"/>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="names">How many columns name a cluster.</param>
    public void AddClusters(SqlAnswer answer, int names)
    {
        for (int row = 0; row < answer.Rows; row++)
        {
            string name = string.Join('\u001f', Enumerable.Range(0, names).Select(i => answer.IsText(i)
                ? answer.Texts(i)[row]
                : FormattableString.Invariant($"{answer.Numbers(i)[row]}")));
            if (!_clusters.TryGetValue(name, out double[]? sums))
            {
                _clusters[name] = sums = new double[columns + 1];
            }

            for (int j = 0; j <= columns; j++)
            {
                sums[j] += answer.Numbers(names + j)[row];
            }
        }
    }

    /// <summary>The sums, the sums of squares and products (lower triangle), and the sum of the squared weights.</summary>
    public (double[] Sums, double[,] Squares, double WeightSquares) Total()
    {
        foreach (double[] cluster in _clusters.Values)
        {
            for (int j = 0; j < columns; j++)
            {
                _sums[j] += cluster[j];
                for (int k = 0; k <= j; k++)
                {
                    _squares[j, k] += cluster[j] * cluster[k];
                }
            }

            _weightSquares += cluster[columns] * cluster[columns];
        }

        _clusters.Clear();
        return (_sums, _squares, _weightSquares);
    }
}
