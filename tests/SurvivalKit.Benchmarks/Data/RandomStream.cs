namespace SurvivalKit.Benchmarks;

/// <summary>Random numbers that are the same on every machine and in every version of .NET (SplitMix64; Steele,
/// Lea and Flood 2014).</summary>
internal sealed class RandomStream(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number above 0 and below 1.</summary>
    public double Uniform()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    /// <summary>A waiting time with mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);
}
