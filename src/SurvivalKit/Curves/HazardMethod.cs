namespace SurvivalKit;

/// <summary>How the cumulative hazard steps up where several events happen at one time; R's <c>ctype</c>. Without
/// ties both are the same.</summary>
public enum HazardMethod
{
    /// <summary>d events among n at risk add d/n, with the variance d/n^2 (Nelson 1969, Aalen 1978): the default.
    /// R's <c>ctype = 1</c>.</summary>
    NelsonAalen,

    /// <summary>As if the d events had happened one after the other: 1/n + 1/(n - 1) + ... + 1/(n - d + 1), with the variance 1/n^2 + ...
    /// (Fleming and Harrington 1984). R's <c>ctype = 2</c>, also for weights: each of m tied events has the mean weight of the m
    /// events.</summary>
    FlemingHarrington,
}
