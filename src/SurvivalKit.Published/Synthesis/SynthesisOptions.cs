namespace SurvivalKit.Published;

/// <summary>The options of the search for a cohort.</summary>
public sealed record SynthesisOptions
{
    /// <summary>The seed of the random numbers; default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many searches start, each with its own random numbers; the best half continues after each round; default: 24.</summary>
    public int Starts { get; init; } = 24;

    /// <summary>The changes that each search tries in the first round; each further round has half as many searches and is twice as long;
    /// default: 100,000.</summary>
    public int Steps { get; init; } = 100_000;

    /// <summary>The misfit at which the search ends; default: 0, every figure is printed the same.</summary>
    /// <remarks>The misfit is the quantity in the report: the sum of the distances in units of the last printed decimal.</remarks>
    public double Tolerance { get; init; }

    /// <summary>When to stop the search and use the best so far; default (<see langword="null"/>): not before the last round.</summary>
    /// <remarks>The result of a stopped search depends on the speed of the machine: only a completed one is the same on every
    /// machine.</remarks>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The number of parallel searches; default (<see langword="null"/>): as many as there are cores. It does not affect the
    /// result.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether indicators that the study does not count may be missing for some patients where no complete solution is
    /// found; default: yes.</summary>
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
