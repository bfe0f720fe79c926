namespace SurvivalKit;

/// <summary>Weights at ranks, with sums of all ranks below one in O(log n) (Fenwick 1994).</summary>
internal sealed class FenwickTree(int size)
{
    private readonly double[] _sums = new double[size + 1];
    private readonly double[] _values = new double[size];

    public double Total { get; private set; }

    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_values);
        Total = 0;
    }

    public double At(int rank) => _values[rank];

    public void Add(int rank, double weight)
    {
        Total += weight;
        _values[rank] += weight;
        for (int i = rank + 1; i < _sums.Length; i += i & -i)
        {
            _sums[i] += weight;
        }
    }

    public double SumBelow(int rank)
    {
        double sum = 0;
        for (int i = rank; i > 0; i -= i & -i)
        {
            sum += _sums[i];
        }

        return sum;
    }
}
