namespace SurvivalKit;

/// <summary>Groups of observations, in the order of their codes.</summary>
internal sealed class RowGroups
{
    private readonly int[] _group;

    /// <param name="codes">The group of each observation; any numbers.</param>
    public RowGroups(ReadOnlySpan<int> codes)
    {
        _group = new int[codes.Length];
        int smallest = int.MaxValue;
        int largest = int.MinValue;
        foreach (int code in codes)
        {
            smallest = Math.Min(smallest, code);
            largest = Math.Max(largest, code);
        }

        // Codes that lie close together, as those of a formula, are counted; others are sorted.
        if (codes.Length > 0 && (long)largest - smallest < 4L * codes.Length)
        {
            Codes = CodesInRange(codes, smallest, largest);
            return;
        }

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
            _group[i] = Array.BinarySearch(distinct, 0, count, codes[i]);
        }
    }

    /// <summary>The number of groups that have an observation.</summary>
    public int Count => Codes.Length;

    /// <summary>Their codes, increasing.</summary>
    public int[] Codes { get; }

    private int[] CodesInRange(ReadOnlySpan<int> codes, int smallest, int largest)
    {
        var place = new int[largest - smallest + 1];
        foreach (int code in codes)
        {
            place[code - smallest] = 1;
        }

        var distinct = new List<int>();
        for (int i = 0; i < place.Length; i++)
        {
            if (place[i] == 1)
            {
                place[i] = distinct.Count;
                distinct.Add(smallest + i);
            }
        }

        for (int i = 0; i < codes.Length; i++)
        {
            _group[i] = place[codes[i] - smallest];
        }

        return [.. distinct];
    }

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
