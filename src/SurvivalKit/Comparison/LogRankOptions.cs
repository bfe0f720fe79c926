namespace SurvivalKit;

/// <summary>What a comparison of curves is asked for.</summary>
public sealed record LogRankOptions
{
    /// <summary>How event times are weighed; default: <see cref="LogRankWeighting.FlemingHarrington"/>.</summary>
    public LogRankWeighting Weighting { get; init; } = LogRankWeighting.FlemingHarrington;

    /// <summary>The power of S for <see cref="LogRankWeighting.FlemingHarrington"/>; finite; default: 0, the log-rank test.</summary>
    public double Rho { get; init; }

    /// <summary>The power of 1 - S for <see cref="LogRankWeighting.FlemingHarrington"/>, 0 or more; default: 0.</summary>
    public double Gamma { get; init; }

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;

    /// <summary>The test's name as a methods section gives it.</summary>
    public string TestName => (Weighting, Rho, Gamma) switch
    {
        (LogRankWeighting.Gehan, _, _) => "Gehan-Breslow test",
        (LogRankWeighting.TaroneWare, _, _) => "Tarone-Ware test",
        (LogRankWeighting.PetoPeto, _, _) => "Peto-Peto test",
        (LogRankWeighting.ModifiedPetoPeto, _, _) => "Modified Peto-Peto test",
        (_, 0, 0) => "Log-rank test",
        _ => FormattableString.Invariant($"Fleming-Harrington test (rho = {Rho}, gamma = {Gamma})"),
    };
}
