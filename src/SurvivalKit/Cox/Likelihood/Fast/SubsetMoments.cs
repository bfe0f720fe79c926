using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Sums over all subsets of a given size of a growing risk set: of the product of their risks and, with these products as
/// probability weights, the mean and covariance of the sum of their covariates (Howard's recursion, in Cox's discussion 1972; Gail, Lubin
/// and Rubinstein 1981).</summary>
/// <remarks>Means over the subsets are kept, not sums: C(n, k) overflows where a mean does not. The subsets of size k are a mixture of
/// those with and those without the new row; their moments are combined without subtracting large sums.</remarks>
internal sealed class SubsetMoments
{
    private readonly int _p;
    private readonly double[] _product;
    private readonly double[] _mean;
    private readonly double[] _covariance;
    private readonly double[] _shift;
    private int _rows;

    /// <param name="largest">The largest size of a subset.</param>
    /// <param name="columns">The number of covariates.</param>
    public SubsetMoments(int largest, int columns)
    {
        _p = columns;
        _product = new double[largest + 1];
        _mean = new double[(largest + 1) * columns];
        _covariance = new double[(largest + 1) * columns * columns];
        _shift = new double[columns];
        _product[0] = 1;
    }

    public void Clear()
    {
        Array.Clear(_product);
        Array.Clear(_mean);
        Array.Clear(_covariance);
        _product[0] = 1;
        _rows = 0;
    }

    /// <summary>Adds a row to the set.</summary>
    /// <param name="risk">Its risk; near 1, otherwise the products overflow.</param>
    /// <param name="columns">The covariates of all rows.</param>
    /// <param name="row">The row.</param>
    public void Add(double risk, double[][] columns, int row)
    {
        _rows++;
        for (int k = Math.Min(_rows, _product.Length - 1); k > 0; k--)
        {
            double without = _product[k] * (_rows - k) / _rows;
            double with = _product[k - 1] * risk * k / _rows;
            _product[k] = without + with;
            double share = _product[k] > 0 ? with / _product[k] : 0;
            for (int j = 0; j < _p; j++)
            {
                _shift[j] = _mean[((k - 1) * _p) + j] + columns[j][row] - _mean[(k * _p) + j];
            }

            Mix(k, share);
        }
    }

    /// <summary>The logarithm of the sum over all subsets of a size.</summary>
    public double LogSum(int size) => Math.Log(_product[size]) + SpecialFunctions.BinomialLn(_rows, size);

    /// <summary>The mean of the sum of covariates over the subsets of a size.</summary>
    public double Mean(int size, int column) => _mean[(size * _p) + column];

    /// <summary>The covariance of two of its elements; the second is not above the first.</summary>
    public double Covariance(int size, int first, int second) => _covariance[(((size * _p) + first) * _p) + second];

    private void Mix(int k, double share)
    {
        for (int j = 0; j < _p; j++)
        {
            int to = ((k * _p) + j) * _p;
            int from = (((k - 1) * _p) + j) * _p;
            for (int l = 0; l <= j; l++)
            {
                _covariance[to + l] = ((1 - share) * _covariance[to + l])
                    + (share * _covariance[from + l])
                    + (share * (1 - share) * _shift[j] * _shift[l]);
            }

            _mean[(k * _p) + j] += share * _shift[j];
        }
    }
}
