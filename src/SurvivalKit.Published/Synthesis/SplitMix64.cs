namespace SurvivalKit.Published;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): a small random generator whose stream is the same on every machine.</summary>
internal sealed class SplitMix64
{
    private ulong _state;

    /// <summary>A stream for a purpose, so that the draws for one column do not affect those for another.</summary>
    public SplitMix64(ulong seed, string purpose)
    {
        // FNV-1a over the purpose.
        ulong hash = 14695981039346656037;
        foreach (char c in purpose)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        _state = Mix(seed) ^ hash;
    }

    /// <summary>A whole number from 0 to below a bound, uniformly distributed.</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong limit = ulong.MaxValue - (ulong.MaxValue % (ulong)bound);
        ulong drawn;
        do
        {
            drawn = NextBits();
        }
        while (drawn >= limit);
        return (int)(drawn % (ulong)bound);
    }

    /// <summary>A whole number from a least to a greatest, inclusive.</summary>
    public int Next(int least, int greatest) => least + Next(greatest - least + 1);

    /// <summary>A number above 0 and below 1.</summary>
    public double NextFraction() => ((NextBits() >> 12) + 0.5) / (1UL << 52);

    /// <summary>The items in random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        for (int i = all.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    private ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
