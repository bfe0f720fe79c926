namespace SurvivalKit;

/// <summary>One of the weighted log-rank tests of a MaxCombo test.</summary>
/// <param name="Weight">Its weight.</param>
/// <param name="Statistic">The weighted observed minus expected events of the second group.</param>
/// <param name="Variance">The variance of the statistic if both groups had the same hazard.</param>
/// <param name="Z">The statistic divided by its standard error, below 0 where the second group survives longer; 0 where its variance is
/// 0.</param>
/// <param name="P">The P value of this test alone, for the alternative of the MaxCombo test.</param>
public sealed record MaxComboTest(FlemingHarrington Weight, double Statistic, double Variance, double Z, double P);
