namespace SurvivalKit;

/// <summary>Long arrays that are no longer used, for the next that is needed with the same length: a model of millions of rows makes many,
/// and the garbage collector would leave several of them in memory. It takes those that nobody asked for.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
internal static class Recycled<T>
    where T : unmanaged
{
    private const int Shortest = 1 << 18;
    private const int Most = 8;

    private static readonly List<WeakReference<T[]>> Arrays = [];

    /// <summary>An array of some length; its elements may have any value.</summary>
    public static T[] Take(int length)
    {
        lock (Arrays)
        {
            for (int i = 0; i < Arrays.Count && length >= Shortest; i++)
            {
                if (Arrays[i].TryGetTarget(out T[]? array) && array.Length == length)
                {
                    Arrays.RemoveAt(i);
                    return array;
                }
            }
        }

        return GC.AllocateUninitializedArray<T>(length);
    }

    /// <summary>Gives an array back, which nobody may use any more.</summary>
    public static void GiveBack(T[] array)
    {
        if (array.Length < Shortest)
        {
            return;
        }

        lock (Arrays)
        {
            Arrays.RemoveAll(kept => !kept.TryGetTarget(out T[]? other) || ReferenceEquals(other, array));
            if (Arrays.Count == Most)
            {
                Arrays.RemoveAt(0);
            }

            Arrays.Add(new WeakReference<T[]>(array));
        }
    }
}
