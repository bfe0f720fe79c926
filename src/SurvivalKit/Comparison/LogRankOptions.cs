namespace SurvivalKit;

/// <summary>The options of a log-rank test.</summary>
public sealed record LogRankOptions
{
    /// <summary>How event times are weighted; default: <see cref="LogRankWeighting.FlemingHarrington"/>.</summary>
    public LogRankWeighting Weighting { get; init; } = LogRankWeighting.FlemingHarrington;

    /// <summary>The power of S for <see cref="LogRankWeighting.FlemingHarrington"/>; finite; default: 0, the log-rank test.</summary>
    public double Rho { get; init; }

    /// <summary>The power of 1 - S for <see cref="LogRankWeighting.FlemingHarrington"/>, 0 or more; default: 0.</summary>
    public double Gamma { get; init; }

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;

    /// <summary>The test of the log-rank family that these options select.</summary>
    public TestKind Kind => (Weighting, Rho, Gamma) switch
    {
        (LogRankWeighting.Gehan, _, _) => TestKind.GehanBreslow,
        (LogRankWeighting.TaroneWare, _, _) => TestKind.TaroneWare,
        (LogRankWeighting.PetoPeto, _, _) => TestKind.PetoPeto,
        (LogRankWeighting.ModifiedPetoPeto, _, _) => TestKind.ModifiedPetoPeto,
        (_, 0, 0) => TestKind.LogRank,
        _ => TestKind.FlemingHarrington,
    };

    /// <summary>The test's name as a methods section gives it.</summary>
    public string TestName => Kind == TestKind.FlemingHarrington
        ? FormattableString.Invariant($"{Kind.ToName()} (rho = {Rho}, gamma = {Gamma})")
        : Kind.ToName();
}
