namespace SurvivalKit;

/// <summary>Whole numbers that name groups, replaced by their places among the distinct ones in increasing order.</summary>
/// <param name="Codes">The place of each number.</param>
/// <param name="Values">The distinct numbers in increasing order.</param>
internal sealed record DenseCodes(int[] Codes, int[] Values)
{
    public static DenseCodes Of(ReadOnlySpan<int> numbers)
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
            return new DenseCodes([], []);
        }

        // A table of places where the numbers lie close together, as they nearly always do.
        return (long)greatest - least < 1024 + (4L * numbers.Length) ? ByTable(numbers, least, greatest) : BySearch(numbers);
    }

    private static DenseCodes ByTable(ReadOnlySpan<int> numbers, int least, int greatest)
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

        return new DenseCodes(codes, [.. values]);
    }

    private static DenseCodes BySearch(ReadOnlySpan<int> numbers)
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

        return new DenseCodes(codes, values);
    }
}
