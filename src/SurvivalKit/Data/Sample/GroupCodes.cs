namespace SurvivalKit;

/// <summary>Whole numbers that name groups, strata or clusters, replaced by their places among the distinct ones in increasing
/// order.</summary>
/// <param name="Codes">The place of each number.</param>
/// <param name="Values">The distinct numbers in increasing order.</param>
internal sealed record GroupCodes(int[] Codes, int[] Values)
{
    /// <summary>No codes: all observations are one group, or each is its own cluster.</summary>
    public static GroupCodes None { get; } = new([], []);

    /// <summary>Codes that are places already.</summary>
    public static GroupCodes OfPlaces(int[] codes, int groups) => new(codes, [.. Enumerable.Range(0, groups)]);

    /// <summary>The number of groups that have an observation.</summary>
    public int Count => Values.Length;

    /// <summary>The place of the group of each of some observations.</summary>
    public int[] At(int[] observations) => Array.ConvertAll(observations, row => Codes[row]);

    /// <summary>The sum of a value over each group.</summary>
    /// <param name="values">A value an observation.</param>
    public double[] Sums(ReadOnlySpan<double> values)
    {
        var sums = new double[Count];
        for (int i = 0; i < values.Length; i++)
        {
            sums[Codes[i]] += values[i];
        }

        return sums;
    }

    public static GroupCodes FromNumbers(ReadOnlySpan<int> numbers)
    {
        int least = int.MaxValue;
        int greatest = int.MinValue;
        foreach (int number in numbers)
        {
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
        }

        if (numbers.IsEmpty)
        {
            return None;
        }

        // A table of places where the range of the numbers is small, as it nearly always is.
        return (long)greatest - least < 1024 + (4L * numbers.Length) ? ByTable(numbers, least, greatest) : BySearch(numbers);
    }

    private static GroupCodes ByTable(ReadOnlySpan<int> numbers, int least, int greatest)
    {
        var places = new int[greatest - least + 1];
        foreach (int number in numbers)
        {
            places[number - least] = 1;
        }

        var values = new List<int>();
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] == 1)
            {
                places[i] = values.Count;
                values.Add(least + i);
            }
        }

        var codes = new int[numbers.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = places[numbers[i] - least];
        }

        return new GroupCodes(codes, [.. values]);
    }

    private static GroupCodes BySearch(ReadOnlySpan<int> numbers)
    {
        int[] values = numbers.ToArray();
        Array.Sort(values);
        int distinct = 0;
        foreach (int value in values)
        {
            if (distinct == 0 || values[distinct - 1] != value)
            {
                values[distinct++] = value;
            }
        }

        Array.Resize(ref values, distinct);
        var codes = new int[numbers.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = Array.BinarySearch(values, numbers[i]);
        }

        return new GroupCodes(codes, values);
    }
}
