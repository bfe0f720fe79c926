namespace SurvivalKit;

/// <summary>Weights at ranks, with sums of all ranks below one in O(log n) (Fenwick 1994).</summary>
internal sealed class FenwickTree
{
    private double[] _sums = [];
    private double[] _values = [];
    private int _size;

    public double Total { get; private set; }

    /// <summary>Empties the tree for ranks from 0 to below a size.</summary>
    public void Reset(int size)
    {
        if (_values.Length < size)
        {
            _sums = new double[size + 1];
            _values = new double[size];
        }
        else
        {
            Array.Clear(_sums, 0, size + 1);
            Array.Clear(_values, 0, size);
        }

        _size = size;
        Total = 0;
    }

    public void Add(int rank, double weight)
    {
        Total += weight;
        _values[rank] += weight;
        double[] sums = _sums;
        for (int i = rank + 1; i <= _size; i += i & -i)
        {
            sums[i] += weight;
        }
    }

    /// <summary>The weights of all lower ranks, and that of the rank itself.</summary>
    public (double Below, double At) BelowAndAt(int rank)
    {
        double sum = 0;
        double[] sums = _sums;
        for (int i = rank; i > 0; i &= i - 1)
        {
            sum += sums[i];
        }

        return (sum, _values[rank]);
    }
}
