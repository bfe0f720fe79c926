using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>One row of the table: the same computation here and in R.</summary>
internal abstract class PeerCase
{
    /// <summary>What is computed: <c>Cox, 5 covariates, continuous</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The most rows of data that this row of the table has, where R would take too long with more; default
    /// (<see langword="null"/>): as many as all.</summary>
    public int? MostRows { get; init; }

    /// <summary>Whether it is run in R too. Default: true.</summary>
    public bool IsInR { get; init; } = true;

    /// <summary>Our seconds, a number each run; a garbage collection before each, as on R's side.</summary>
    /// <param name="data">The data, in memory.</param>
    /// <param name="warmUps">The number of runs that are not counted.</param>
    /// <param name="repeats">The number of runs that are.</param>
    public abstract double[] TimeOurs(DataFrame data, int warmUps, int repeats);

    /// <summary>R's seconds by its own clock.</summary>
    /// <param name="session">A session with the data in its variable <c>peers</c>.</param>
    /// <param name="warmUps">The number of runs that are not counted.</param>
    /// <param name="repeats">The number of runs that are.</param>
    public abstract double[] TimeTheirs(RSession session, int warmUps, int repeats);

    /// <summary>The quantities that differ between a run here and one in R by more than <see cref="Agreement.Tolerance"/>;
    /// none where all agree.</summary>
    /// <param name="data">The data.</param>
    /// <param name="session">A session with the same data in its variable <c>peers</c>.</param>
    public abstract IReadOnlyList<string> Differences(DataFrame data, RSession session);
}
