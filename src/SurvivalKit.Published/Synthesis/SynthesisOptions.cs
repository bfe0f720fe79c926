namespace SurvivalKit.Published;

/// <summary>How long and how widely a cohort is sought.</summary>
public sealed record SynthesisOptions
{
    /// <summary>The seed of the random numbers; default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many searches start, each from random numbers of its own; the best half goes on after each round; default: 24.</summary>
    public int Starts { get; init; } = 24;

    /// <summary>The changes that each search tries in the first round; a round that half as many searches reach is twice as long; default: 100,000.</summary>
    public int Steps { get; init; } = 100_000;

    /// <summary>The cost at which the search is content; default: 0, every figure prints the same.</summary>
    /// <remarks>The cost is what the report says is minimised: distances in units of the last printed decimal, squared in the first round, as they are
    /// in the second, their roots from the third on.</remarks>
    public double Tolerance { get; init; }

    /// <summary>When to stop looking and take the best so far; default (<see langword="null"/>): not before the last round.</summary>
    /// <remarks>A search that this stops gives what the machine had time for: only one that ends by itself is the same on every machine.</remarks>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How many searches run at a time; default (<see langword="null"/>): as many as there are cores. It does not show in the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether indicators that the study does not count may be missing for some patients where no complete solution is found; default: yes.</summary>
    public bool MayBeMissing { get; init; } = true;

    internal void Check()
    {
        if (Starts < 1 || Steps < 1 || !(Tolerance >= 0) || Threads < 1 || TimeLimit < TimeSpan.Zero)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A search of {Starts} starts, {Steps} steps, tolerance {Tolerance}, {Threads} threads and {TimeLimit} was asked for; 1 or more, and a tolerance and a time of 0 or more, were expected."));
        }
    }
}
