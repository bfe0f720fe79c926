namespace SurvivalKit;

/// <summary>Groups of observations, in the order of their codes.</summary>
internal sealed class RowGroups
{
    private readonly int[] _group;

    /// <param name="codes">The group of each observation; any numbers.</param>
    public RowGroups(ReadOnlySpan<int> codes)
    {
        _group = new int[codes.Length];
        int[] distinct = codes.ToArray();
        Array.Sort(distinct);
        int count = 0;
        for (int i = 0; i < distinct.Length; i++)
        {
            if (i == 0 || distinct[i] != distinct[i - 1])
            {
                distinct[count++] = distinct[i];
            }
        }

        Codes = distinct[..count];
        for (int i = 0; i < codes.Length; i++)
        {
            _group[i] = distinct[0] == 0 && distinct[count - 1] == count - 1 ? codes[i] : Array.BinarySearch(distinct, 0, count, codes[i]);
        }
    }

    /// <summary>The number of groups that have an observation.</summary>
    public int Count => Codes.Length;

    /// <summary>Their codes, increasing.</summary>
    public int[] Codes { get; }

    /// <summary>The place of the group, from 0, of each of some observations.</summary>
    public int[] Of(int[] observations) => Array.ConvertAll(observations, row => _group[row]);

    /// <summary>The sum of a value over each group.</summary>
    /// <param name="values">A value an observation.</param>
    public double[] Sums(ReadOnlySpan<double> values)
    {
        var sums = new double[Count];
        for (int i = 0; i < values.Length; i++)
        {
            sums[_group[i]] += values[i];
        }

        return sums;
    }
}
