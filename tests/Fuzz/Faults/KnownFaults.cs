namespace SurvivalKit.Fuzz;

/// <summary>What is known of R; the proofs are in README.md.</summary>
internal static class KnownFaults
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<IFault> All { get; } =
    [
        new NoEventsFault(),
        new WeightlessEventFault(),
        new RoundedZeroFault(),
        new RobustErrorFault(),
        new QuantileFault(),
        new NothingFault(),
        new SolvedTestFault(),
        new BaselineFault(),
        new ConcordanceFault(),
        new StatusFault(),
        new DroppedColumnFault(),
    ];

    /// <summary>The name of the kind of a disagreement; <see langword="null"/> where it is of none.</summary>
    public static string? Of(Disagreement disagreement) => All.FirstOrDefault(fault => fault.Explains(disagreement))?.Name;
}
