using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The score test that coefficients change with a function g of time, of each term and of all: with g
/// centred, U = sum g (x - mean)
/// over the events, and the information of (coefficients, changes) is V, sum g V, sum g^2 V (Grambsch and
/// Therneau 1994; R's <c>cox.zph</c> of survival 3).</summary>
internal sealed class ScoreTrend
{
    private readonly double[] _score;
    private readonly double[,] _information;
    private readonly int _p;

    /// <param name="moments">The sums over risk sets at the estimates.</param>
    /// <param name="g">The centred scale of each event time.</param>
    public ScoreTrend(IEventMoments moments, double[] g)
    {
        double largest = g.Max(Math.Abs);
        double[] unit = Array.ConvertAll(g, value => value / largest);
        (double[] Score, double[,] Information)[] sums = moments.Sums([], unit, Array.ConvertAll(unit, value => value * value));
        _score = sums[1].Score;
        _p = _score.Length;
        _information = new double[2 * _p, 2 * _p];
        Place(sums[0].Information, 0, 0);
        Place(sums[1].Information, _p, 0);
        Place(sums[2].Information, _p, _p);
    }

    /// <summary>The information of the coefficients.</summary>
    public double Information(int row, int column) => _information[Math.Max(row, column), Math.Min(row, column)];

    /// <summary>The test of some coefficients.</summary>
    /// <param name="name">The name of the row.</param>
    /// <param name="estimable">All coefficients that are estimable.</param>
    /// <param name="columns">Those among them that are tested.</param>
    public ProportionalHazardsTerm Test(string name, int[] estimable, int[] columns)
    {
        int[] places = [.. estimable, .. columns.Select(column => column + _p)];
        var matrix = new double[places.Length, places.Length];
        var score = new double[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            score[i] = i < estimable.Length ? 0 : _score[columns[i - estimable.Length]];
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = _information[Math.Max(places[i], places[j]), Math.Min(places[i], places[j])];
            }
        }

        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(matrix);
        double chiSquare = factor.Rank == places.Length
            ? System.Numerics.Tensors.TensorPrimitives.Dot<double>(factor.Solve(score), score)
            : double.NaN;
        return new ProportionalHazardsTerm(
            name, chiSquare, columns.Length, double.IsNaN(chiSquare)
                ? double.NaN
                : ReferenceDistribution.ChiSquareUpper(chiSquare, columns.Length));
    }

    /// <summary>A row for each group of coefficients, and GLOBAL.</summary>
    public ImmutableArray<ProportionalHazardsTerm> Tests(int[] estimable, ImmutableArray<string> groups) =>
    [
        .. estimable.GroupBy(column => groups[column]).Select(group => Test(group.Key, estimable, [.. group])),
        Test("GLOBAL", estimable, estimable),
    ];

    private void Place(double[,] block, int row, int column)
    {
        for (int j = 0; j < _p; j++)
        {
            for (int k = 0; k < _p; k++)
            {
                _information[row + j, column + k] = block[Math.Max(j, k), Math.Min(j, k)];
            }
        }
    }
}
