namespace SurvivalKit;

/// <summary>How a log-rank test weights its event times. S is the pooled survival just before the time, n the number at risk.</summary>
public enum LogRankWeighting
{
    /// <summary>S^rho (1 - S)^gamma (Fleming and Harrington 1991); rho = gamma = 0 is the log-rank test itself.</summary>
    FlemingHarrington,

    /// <summary>n (Gehan 1965, Breslow 1970), the generalised Wilcoxon test.</summary>
    Gehan,

    /// <summary>The square root of n (Tarone and Ware 1977).</summary>
    TaroneWare,

    /// <summary>Peto and Peto's (1972) survival, the product of 1 - d / (n + 1) up to and including the time.</summary>
    PetoPeto,

    /// <summary>Peto and Peto's survival times n / (n + 1) (Andersen and others 1982).</summary>
    ModifiedPetoPeto,
}
