namespace SurvivalKit;

/// <summary>The kind of a simultaneous confidence band of a survival curve.</summary>
public enum BandType
{
    /// <summary>Equal precision: as wide as the pointwise interval times a constant (Nair 1984).</summary>
    EqualPrecision,

    /// <summary>Hall and Wellner (1980): the band of Kolmogorov and Smirnov where nothing is censored; its range may begin at 0.</summary>
    HallWellner,
}
