using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace SurvivalKit;

/// <summary>Decides whether a partial likelihood rises for ever in some direction of its coefficients, and finds the direction.</summary>
/// <remarks>
/// It rises along d, from any point, if at every event time no row at risk has a larger x'd than an event, and some has a smaller one
/// (Albert and Anderson 1984; Bryson and Johnson 1981; Geyer 2009). These d are a cone {d: a'd >= 0}, with a = x(event) - x(row at risk)
/// for all such pairs. The score at any point is a positive combination of the a, so that its projection onto the cone is 0 if the
/// likelihood has a maximum, and otherwise one of the directions. The projection is a non-negative least-squares problem (Lawson and
/// Hanson 1974, chapter 23) in as many dimensions as there are coefficients; the pair that enters next is found by one pass over the rows.
/// </remarks>
internal sealed class RecessionDirection
{
    private const double Zero = 1e-9;

    private readonly CoxData _data;
    private readonly RiskSetExtremes _riskSets;
    private readonly bool _isExact;
    private readonly Matrix<double> _lower;
    private readonly List<Vector<double>> _active = [];
    private Vector<double> _multipliers = Vector<double>.Build.Dense(1);

    private RecessionDirection(CoxData data, double[,] information, bool isExact)
    {
        _data = data;
        _riskSets = new RiskSetExtremes(data);
        _isExact = isExact;
        var symmetric = Matrix<double>.Build.Dense(data.Columns, data.Columns, (j, k) => information[Math.Max(j, k), Math.Min(j, k)]);

        // Any metric serves; that of the information is only the best conditioned.
        _lower = GeneralizedCholesky.Factorize(information).SmallestPivot > 0
            ? symmetric.Cholesky().Factor
            : Matrix<double>.Build.DenseIdentity(data.Columns);
    }

    /// <summary>Finds a direction.</summary>
    /// <param name="data">The rows; their columns are independent in the risk sets.</param>
    /// <param name="score">The score at coefficients of 0.</param>
    /// <param name="information">The information there, lower triangle: the metric in which the score is projected.</param>
    /// <param name="isExact">Whether ties are treated exactly.</param>
    /// <returns>An element a column; <see langword="null"/> where the likelihood has a maximum.</returns>
    public static double[]? Find(CoxData data, double[] score, double[,] information, bool isExact) =>
        new RecessionDirection(data, information, isExact).Project(Vector<double>.Build.DenseOfArray(score));

    /// <summary>The value of a direction for each sorted row.</summary>
    public static double[] Values(CoxData data, double[] direction)
    {
        var values = new double[data.Rows];
        for (int j = 0; j < direction.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(data.X[j], direction[j], values, values);
        }

        return values;
    }

    private double[]? Project(Vector<double> score)
    {
        Vector<double> gradient = Whitened(score);
        Vector<double> projection = gradient;
        double size = gradient.L2Norm();
        for (int step = 0; step < 100 + (20 * _data.Columns) && projection.L2Norm() > Zero * size; step++)
        {
            double[] direction = [.. _lower.Transpose().Solve(projection)];
            (int happened, int other) = _riskSets.MostAboveAnEvent(Values(_data, direction), _isExact);
            Vector<double>? pair = happened < 0 || IsRounding(direction, happened, other) ? null : Whitened(Vector<double>.Build.Dense(
                _data.Columns, j => _data.X[j][happened] - _data.X[j][other]));
            if (pair is null || pair.DotProduct(projection) >= -Zero * pair.L2Norm() * projection.L2Norm())
            {
                return Cleaned(direction);
            }

            _active.Add(pair / pair.L2Norm());
            projection = Solve(gradient);
        }

        return null;
    }

    // Whether an event and a row at risk, of which this is the pair whose values differ most, have one value but for rounding.
    private bool IsRounding(double[] direction, int happened, int other)
    {
        double difference = 0;
        double noise = 0;
        for (int j = 0; j < direction.Length; j++)
        {
            difference += direction[j] * (_data.X[j][other] - _data.X[j][happened]);
            noise += Math.Abs(direction[j]) * _data.Noise[j];
        }

        return difference <= noise;
    }

    // Without what rounding left of columns that take no part.
    private static double[] Cleaned(double[] direction)
    {
        double largest = direction.Max(Math.Abs);
        return Array.ConvertAll(direction, value => Math.Abs(value) > Zero * largest ? value : 0);
    }

    // Least squares over the active pairs; those whose multiplier would be negative leave (Lawson and Hanson's inner loop).
    private Vector<double> Solve(Vector<double> gradient)
    {
        double[] multipliers = [.. _multipliers.Take(_active.Count - 1), 0];
        while (true)
        {
            Matrix<double> pairs = Matrix<double>.Build.DenseOfColumnVectors(_active);
            Vector<double> free = _active.Count > pairs.RowCount ? pairs.PseudoInverse() * -gradient : pairs.QR().Solve(-gradient);
            double share = 1;
            for (int c = 0; c < free.Count; c++)
            {
                share = free[c] <= 0 ? Math.Min(share, multipliers[c] / (multipliers[c] - free[c])) : share;
            }

            if (!(share < 1))
            {
                _multipliers = free;
                return gradient + (pairs * free);
            }

            double[] moved = [.. multipliers.Zip(free, (old, wanted) => old + (share * (wanted - old)))];
            int[] stay = [.. Enumerable.Range(0, moved.Length).Where(c => moved[c] > 1e-15 || (free[c] > 0 && c == moved.Length - 1))];
            List<Vector<double>> kept = [.. stay.Select(c => _active[c])];
            _active.Clear();
            _active.AddRange(kept);
            multipliers = [.. stay.Select(c => moved[c])];
            if (_active.Count == 0)
            {
                _multipliers = Vector<double>.Build.Dense(1);
                return gradient;
            }
        }
    }

    // In these coordinates the information is the unit matrix.
    private Vector<double> Whitened(Vector<double> vector) => _lower.Solve(vector);
}
