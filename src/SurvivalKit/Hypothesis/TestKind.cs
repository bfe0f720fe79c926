namespace SurvivalKit;

/// <summary>Which test a result is of; its name for readers is <see cref="TestNames.ToName(TestKind, TestSide, bool)"/>.</summary>
public enum TestKind
{
    /// <summary>Pearson's chi-square test of a table of counts.</summary>
    PearsonChiSquare,

    /// <summary>The chi-square test of a 2 x 2 table with Yates's correction for continuity.</summary>
    YatesChiSquare,

    /// <summary>The N - 1 chi-square test of a 2 x 2 table.</summary>
    NMinusOneChiSquare,

    /// <summary>The likelihood-ratio chi-square test, or G test, of a table of counts.</summary>
    LikelihoodRatioChiSquare,

    /// <summary>Fisher's exact test, or Freeman and Halton's for larger tables.</summary>
    FisherExact,

    /// <summary>Fisher's exact test whose two-sided P is twice the smaller tail.</summary>
    FisherDoubled,

    /// <summary>The mid-P exact test of a 2 x 2 table.</summary>
    MidP,

    /// <summary>The mid-P exact test whose two-sided P is twice the smaller tail.</summary>
    MidPDoubled,

    /// <summary>The z test of two proportions, each with its own variance.</summary>
    ProportionsZ,

    /// <summary>The Cochran-Armitage test for a trend in proportions.</summary>
    CochranArmitage,

    /// <summary>The linear-by-linear association of ordered rows and columns.</summary>
    LinearByLinear,

    /// <summary>Student's t test of two means, variances taken as equal.</summary>
    StudentT,

    /// <summary>Welch's t test of two means.</summary>
    WelchT,

    /// <summary>The z test of two means, each with its own variance.</summary>
    MeansZ,

    /// <summary>The one-way analysis of variance.</summary>
    OneWayAnova,

    /// <summary>The rank-sum test of two samples (Wilcoxon; Mann and Whitney).</summary>
    RankSum,

    /// <summary>The rank test of several samples (Kruskal and Wallis).</summary>
    KruskalWallis,

    /// <summary>The log-rank test, all event times with the same weight.</summary>
    LogRank,

    /// <summary>The log-rank test weighted by the number at risk (Gehan; Breslow).</summary>
    GehanBreslow,

    /// <summary>The log-rank test weighted by the square root of the number at risk.</summary>
    TaroneWare,

    /// <summary>The log-rank test weighted by Peto and Peto's survival.</summary>
    PetoPeto,

    /// <summary>The log-rank test weighted by Andersen's modification of Peto and Peto's survival.</summary>
    ModifiedPetoPeto,

    /// <summary>The log-rank test weighted by powers of S and of 1 - S.</summary>
    FlemingHarrington,

    /// <summary>Wald's test of coefficients.</summary>
    Wald,

    /// <summary>The score test of coefficients, which without ties is the log-rank test.</summary>
    Score,

    /// <summary>The score test of coefficients by a robust variance.</summary>
    RobustScore,

    /// <summary>The likelihood-ratio test of coefficients, or of two nested models.</summary>
    LikelihoodRatio,
}
