namespace SurvivalKit;

/// <summary>How P values are adjusted for the number of tests; agrees with R's <c>p.adjust</c>.</summary>
public enum PValueAdjustment
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Holm's (1979) step-down method: controls the family-wise error rate, with more power than Bonferroni's.</summary>
    Holm,

    /// <summary>Each P value times the number of tests (Bonferroni 1936; Dunn 1961).</summary>
    Bonferroni,

    /// <summary>Benjamini and Hochberg's (1995) step-up method: controls the false discovery rate.</summary>
    BenjaminiHochberg,
}
