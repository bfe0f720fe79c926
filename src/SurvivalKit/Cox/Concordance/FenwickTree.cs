namespace SurvivalKit;

/// <summary>Weights at ranks, with sums of all ranks below one in O(log n) (Fenwick 1994).</summary>
/// <remarks>The tree is one of blocks of ranks that fill a line of the cache: it is an eighth as large, and the rest of a sum is added up
/// within a block.</remarks>
internal sealed class FenwickTree
{
    private const int BlockBits = 3;

    private double[] _sums = [];
    private double[] _values = [];
    private int _blocks;

    public double Total { get; private set; }

    /// <summary>Empties the tree for ranks from 0 to below a size.</summary>
    public void Reset(int size)
    {
        _blocks = (size >> BlockBits) + 1;
        if (_values.Length < size)
        {
            _sums = new double[_blocks + 1];
            _values = new double[size];
        }
        else
        {
            Array.Clear(_sums, 0, _blocks + 1);
            Array.Clear(_values, 0, size);
        }

        Total = 0;
    }

    public void Add(int rank, double weight)
    {
        Total += weight;
        _values[rank] += weight;
        double[] sums = _sums;
        for (int i = (rank >> BlockBits) + 1; i <= _blocks; i += i & -i)
        {
            sums[i] += weight;
        }
    }

    /// <summary>The weights of all lower ranks, and that of the rank itself.</summary>
    public (double Below, double At) BelowAndAt(int rank)
    {
        double sum = 0;
        double[] values = _values;
        int block = rank >> BlockBits;
        for (int i = block << BlockBits; i < rank; i++)
        {
            sum += values[i];
        }

        double[] sums = _sums;
        for (int i = block; i > 0; i &= i - 1)
        {
            sum += sums[i];
        }

        return (sum, values[rank]);
    }
}
