namespace SurvivalKit;

/// <summary>Which tests a baseline table shows.</summary>
public enum BaselineTest
{
    /// <summary>Welch's t test for a measurement in two groups, one-way analysis of variance in more, or by ranks where
    /// <see cref="BaselineOptions.NonNormal"/> says so; Pearson's chi-square test for
    /// categories, or Fisher's exact test where a count below 5 is expected and the table is small enough to be enumerated.</summary>
    Auto,

    /// <summary>None.</summary>
    None,
}
